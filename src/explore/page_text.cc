#include "explore/page_text.h"

#include <span>

#include "stream/page_tree.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

// What the server tells the browser, not the person.
bool IsSeen(const Element& element, const std::string& field) {
  if (field == "set_value") return false;
  return field != "value" || element.widget.empty();
}

class PageWriter {
 public:
  PageWriter(const RunOutcome& run, std::vector<std::string>& lines) : run_(run), lines_(lines) {}

  void Write(const PageNode& node, size_t depth) {
    for (const auto& [index, child] : node.children) {
      if (!child.IsVisible()) continue;
      if (child.delta != nullptr) WriteElement(*child.delta->element, depth);
      Write(child, depth + 1);
    }
  }

 private:
  void WriteElement(const Element& element, size_t depth) {
    std::string line = std::string(2 * depth, ' ') + element.type;
    for (const NamedField& field : element.fields) {
      if (!IsSeen(element, field.first)) continue;
      line += " " + field.first + "=" + FieldValueText(field.second);
    }
    auto value = run_.widget_values->find(element.widget);
    if (value != run_.widget_values->end()) line += " = " + FieldValueText(value->second);
    lines_.push_back(std::move(line));
  }

  const RunOutcome& run_;
  std::vector<std::string>& lines_;
};

}  // namespace

std::vector<std::string> PageText(const Outcome& outcome, const RunOutcome& run) {
  std::span<const Record> records(outcome.stream.records);
  PageNode page = BuildPage(records.subspan(run.first_record, run.end_record - run.first_record));
  std::vector<std::string> lines;
  PageWriter writer(run, lines);
  for (const auto& [root, node] : page.children) {
    size_t before = lines.size();
    lines.emplace_back(root == kSidebarRoot ? "sidebar" : "main");
    writer.Write(node, 1);
    if (lines.size() == before + 1) lines.pop_back();  // nothing but placeholders
  }
  lines.push_back("ends with " + std::string(RunStatusName(run.status)));
  return lines;
}

}  // namespace streplay
