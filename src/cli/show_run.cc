// Every line is put together as plain cells first, so that cutting it to the terminal's width never
// cuts a colour sequence: the parts are coloured last.
#include "cli/show_run.h"

#include <algorithm>

#include "base/utf8.h"
#include "cli/element_text.h"
#include "cli/run_end_text.h"
#include "stream/page_tree.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr const char* kReplayStar = "★";
constexpr size_t kMaxPathCells = 14;
constexpr size_t kMaxTypeCells = 22;

// A line that grows from the left and stops at the width.
class LineWriter {
 public:
  explicit LineWriter(const ShowTarget& target) : target_(target), left_(target.columns) {}

  // `text` in the colour, then at least one blank, up to `cells` in all.
  void Column(Colour colour, std::string_view text, size_t cells) {
    Text(colour, text);
    size_t width = DisplayWidth(EscapeControls(text));
    Plain(std::string(width < cells ? cells - width : 0, ' ') + " ");
  }
  void Text(Colour colour, std::string_view text) {
    std::string cut = Cut(text);
    line_ += target_.style.In(colour, cut);
  }
  void Plain(std::string_view text) { line_ += EscapeControls(Cut(text)); }

  ~LineWriter() {
    size_t end = line_.find_last_not_of(' ');
    target_.out << line_.substr(0, end + 1) << "\n";  // npos + 1 is 0
  }

 private:
  std::string Cut(std::string_view text) {
    if (left_ == 0) return "";
    std::string cut = CutToWidth(EscapeControls(text), left_);
    left_ -= std::min(left_, DisplayWidth(cut));
    return cut;
  }

  const ShowTarget& target_;
  size_t left_;
  std::string line_;
};

Colour CacheColour(CacheEvent event) {
  if (event == CacheEvent::kHit) return Colour::kGreen;
  return event == CacheEvent::kMiss ? Colour::kYellow : Colour::kDim;
}

Colour TypeColour(const DeltaRecord& record) {
  if (record.kind == DeltaRecord::Kind::kBlock) return Colour::kBlue;
  return record.element->type == "exception" ? Colour::kRed : Colour::kCyan;
}

class RecordPrinter {
 public:
  RecordPrinter(std::span<const Record> records, const WidgetValues& values,
                const ShowTarget& target)
      : values_(values), target_(target) {
    for (const Record& record : records) {
      const auto* delta = std::get_if<DeltaRecord>(&record);
      if (delta == nullptr) continue;
      path_cells_ = std::max(path_cells_, PathText(delta->path).size());
      type_cells_ = std::max(type_cells_, delta->element->type.size());
    }
    path_cells_ = std::min(path_cells_, kMaxPathCells);
    type_cells_ = std::min(type_cells_, kMaxTypeCells);
  }

  void operator()(const RunRecord&) const {}
  void operator()(const EndRecord&) const {}
  void operator()(const DeltaRecord& record) const {
    LineWriter line(target_);
    line.Plain("  ");
    line.Column(Colour::kDim, PathText(record.path), path_cells_);
    line.Column(Colour::kGreen, record.replay.empty() ? "" : kReplayStar, 1);
    line.Column(TypeColour(record), record.element->type, type_cells_);
    std::string headline = ElementHeadline(*record.element);
    line.Plain(headline);
    auto value = values_.find(record.element->widget);
    if (value != values_.end()) line.Text(Colour::kBold, " = " + FieldValueText(value->second));
    std::string details = ElementDetails(*record.element);
    if (!details.empty()) line.Text(Colour::kDim, (headline.empty() ? "" : "  ") + details);
  }
  void operator()(const CacheRecord& record) const {
    LineWriter line(target_);
    line.Plain("  " + std::string(path_cells_ + 3, ' '));
    line.Text(CacheColour(record.event), CacheText(record));
  }
  void operator()(const PrintRecord& record) const {
    LineWriter line(target_);
    line.Plain("  " + std::string(path_cells_ + 3, ' '));
    line.Column(Colour::kDim, "print", type_cells_);
    line.Plain(record.text);
  }

 private:
  const WidgetValues& values_;
  const ShowTarget& target_;
  size_t path_cells_ = 5;  // "[0,0]"
  size_t type_cells_ = 8;
};

class PagePrinter {
 public:
  PagePrinter(const WidgetValues& values, const ShowTarget& target)
      : values_(values), target_(target) {}

  void PrintRoot(int32_t index, const PageNode& root) const {
    LineWriter(target_).Plain(index == kMainRoot      ? "  main"
                              : index == kSidebarRoot ? "  sidebar"
                                                      : "  root " + std::to_string(index));
    PrintChildren(root, "  ");
  }

 private:
  void PrintChildren(const PageNode& node, const std::string& indent) const {
    std::vector<const PageNode*> visible;
    for (const auto& [index, child] : node.children) {
      if (child.IsVisible()) visible.push_back(&child);
    }
    for (const PageNode* child : visible) {
      bool is_last = child == visible.back();
      PrintNode(*child, indent + (is_last ? "└─ " : "├─ "));
      PrintChildren(*child, indent + (is_last ? "   " : "│  "));
    }
  }

  void PrintNode(const PageNode& node, const std::string& lead) const {
    LineWriter line(target_);
    line.Text(Colour::kDim, lead);
    if (node.delta == nullptr) {
      line.Text(Colour::kBlue, "container");
      return;
    }
    const Element& element = *node.delta->element;
    line.Text(TypeColour(*node.delta), element.type);
    line.Plain(" " + ElementHeadline(element));
    std::string value = WidgetValue(element);
    if (!value.empty()) line.Text(Colour::kBold, " = " + value);
  }

  // What the browser holds; for want of it, what the widget starts with.
  std::string WidgetValue(const Element& element) const {
    if (element.widget.empty()) return "";
    auto held = values_.find(element.widget);
    if (held != values_.end()) return FieldValueText(held->second);
    const FieldValue* start = FindField(element.fields, "default");
    return start == nullptr ? "" : FieldValueText(*start);
  }

  const WidgetValues& values_;
  const ShowTarget& target_;
};

std::string CountsText(const char* verb, const CallCounts& counts) {
  std::string text;
  for (const auto& [function, count] : counts) {
    text += (text.empty() ? "" : ", ") + function;
    if (count > 1) text += " ×" + std::to_string(count);
  }
  return text.empty() ? "" : " · " + std::string(verb) + " " + text;
}

}  // namespace

void PrintRecords(std::span<const Record> records, const WidgetValues& values,
                  const ShowTarget& target) {
  RecordPrinter print(records, values, target);
  for (const Record& record : records) std::visit(print, record);
}

void PrintPage(std::span<const Record> records, const WidgetValues& values,
               const ShowTarget& target) {
  PageNode page = BuildPage(records);
  PagePrinter printer(values, target);
  for (const auto& [index, root] : page.children) {
    bool any = std::any_of(root.children.begin(), root.children.end(),
                           [](const auto& child) { return child.second.IsVisible(); });
    if (any) printer.PrintRoot(index, root);
  }
}

void PrintEnd(const RunOutcome& run, const ShowTarget& target) {
  LineWriter line(target);
  bool is_good = run.status == RunStatus::kOk || run.status == RunStatus::kStop ||
                 run.status == RunStatus::kRerun;
  line.Plain("  ");
  line.Text(is_good ? Colour::kGreen : Colour::kRed, RunEndText(run));
  line.Plain(CountsText("executed", run.executed) + CountsText("hit", run.hits));
}

}  // namespace streplay
