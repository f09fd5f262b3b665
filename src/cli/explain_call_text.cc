#include <algorithm>

#include "base/utf8.h"
#include "cli/element_text.h"
#include "cli/explain_call.h"
#include "cli/explain_changes.h"
#include "cli/explain_words.h"

namespace streplay {
namespace {

using Use = ArgumentEvidence::Use;

constexpr size_t kLabelCells = 9;
constexpr size_t kIndentCells = 4;  // of a call inside another one
constexpr size_t kMostEntries = 5;
constexpr size_t kMostShown = 6;  // elements
constexpr size_t kMaxValueCells = 60;
constexpr size_t kMaxElementCells = 40;

std::string_view AnswerWord(CallAnswer answer) {
  switch (answer) {
    case CallAnswer::kHit:
      return "hit ";
    case CallAnswer::kMiss:
      return "miss";
    case CallAnswer::kDeadlock:
      return "hang";
    case CallAnswer::kFailed:
      break;
  }
  return "fail";
}

Colour AnswerColour(CallAnswer answer) {
  if (answer == CallAnswer::kHit) return Colour::kGreen;
  return answer == CallAnswer::kMiss ? Colour::kYellow : Colour::kRed;
}

std::string Short(const std::string& value) {
  return CutToWidth(EscapeControls(value), kMaxValueCells);
}

std::string InputText(const WidgetInput& input, LookupEvidence::Way way) {
  std::string text = WidgetText(input.widget);
  if (way == LookupEvidence::Way::kHashOfKnown) text += ", " + input.widget.id + ",";
  if (!input.value) return text + " is not in the session's state: left out of the hash";
  text += (way == LookupEvidence::Way::kHashOfKnown ? " has " : " = ") + Short(*input.value);
  if (!input.is_in_state) text += ", its default";
  if (way != LookupEvidence::Way::kWidgetsInOrder) return text;
  std::vector<std::string> branches;
  for (const std::string& branch : input.branches) branches.push_back(Short(branch));
  return text + "  branches: " + ShortEnumeration(branches, kMostEntries, "and");
}

std::string EntryText(const EntryEvidence& entry, int64_t now) {
  std::vector<std::string> parts;
  for (const EntryCondition& condition : entry.conditions) {
    parts.push_back(WidgetText(condition.widget) +
                    (condition.value ? " = " + Short(*condition.value) : " not in the state"));
  }
  std::string text = parts.empty() ? "one without widgets" : Enumeration(parts);
  if (!entry.expires) return text;
  return text + (entry.has_expired ? ", expired " + AgoText(now - *entry.expires)
                                   : ", for another " + SecondsText(*entry.expires - now));
}

class CallPrinter {
 public:
  CallPrinter(const CallEvidence& call, const ExplainContext& context, const Style& style,
              std::ostream& out)
      : call_(call),
        context_(context),
        style_(style),
        out_(out),
        indent_(2 + kIndentCells * call.depth, ' ') {}

  void Print() {
    PrintHeadline();
    PrintArguments();
    PrintWhy();
    PrintWidgets();
    PrintEntries();
    PrintValidation();
    PrintDeeds();
    std::string_view label = call_.answer == CallAnswer::kHit ? "miss if" : "hit if";
    for (const std::string& change : ExplainChanges(call_)) Line(label, change);
  }

 private:
  // A second line under the same label goes without it.
  void Line(std::string_view label, const std::string& text) {
    std::string shown(label == last_label_ ? "" : label);
    last_label_ = label;
    shown.resize(std::max(shown.size(), kLabelCells), ' ');
    out_ << indent_ << "      " << style_.In(Colour::kDim, shown) << EscapeControls(text) << "\n";
  }

  void PrintHeadline() {
    std::string place = std::string(Word(call_.family)) + " function " + call_.function;
    if (call_.defined_at.source) {
      place += ", line " + std::to_string(call_.defined_at.begin.line);
    }
    out_ << indent_ << style_.In(AnswerColour(call_.answer), AnswerWord(call_.answer)) << "  "
         << style_.In(Colour::kBold,
                      call_.name + "(" + ArgumentsText(call_.arguments, Use::kKeyed) + ")")
         << "  " << style_.In(Colour::kDim, place) << "\n";
  }

  void PrintArguments() {
    std::string ignored = ArgumentsText(call_.arguments, Use::kUnderscore);
    if (!ignored.empty()) Line("left out", ignored + ": not in the key, for the underscore");
    std::string defaults = ArgumentsText(call_.arguments, Use::kDefault);
    if (!defaults.empty()) Line("left out", defaults + ": not in the key, for it was not given");
    if (!call_.form_id.empty()) Line("key", "of a call in the form `" + call_.form_id + "`");
    if (call_.is_below_forbidding) Line("key", "of a call below a function that forbids widgets");
  }

  void PrintWhy() {
    if (call_.answer == CallAnswer::kMiss) Line("why", MissText(call_, context_.scenario));
    if (call_.answer == CallAnswer::kDeadlock) {
      Line("why", "it waits for a value that only itself could give");
    }
    std::string unhashable = ArgumentsText(call_.arguments, Use::kUnhashable);
    if (!unhashable.empty()) Line("why", unhashable + " cannot be hashed");
  }

  void PrintWidgets() {
    for (const WidgetInput& input : call_.lookup.widgets) {
      Line("widgets", InputText(input, call_.lookup.way));
    }
    if (call_.lookup.way != LookupEvidence::Way::kHashOfKnown) return;
    std::vector<std::string> hashed;
    for (const WidgetInput& input : call_.lookup.widgets) {
      if (input.value) {
        hashed.push_back("('" + input.widget.id + "', " + Short(*input.value) + ")");
      }
    }
    if (!call_.lookup.widgets.empty()) {
      Line("hash", hashed.empty() ? "of no widget" : "of " + Enumeration(hashed));
    }
  }

  void PrintEntries() {
    const auto& entries = call_.lookup.entries;
    bool has_any_choice = entries.size() > 1 || (!entries.empty() && entries.front().expires) ||
                          (!entries.empty() && call_.answer == CallAnswer::kMiss);
    if (!has_any_choice) return;
    for (size_t i = 0; i < std::min(entries.size(), kMostEntries); ++i) {
      Line("entries", EntryText(entries[i], call_.now));
    }
    if (entries.size() > kMostEntries) {
      Line("entries", "… and " + std::to_string(entries.size() - kMostEntries) + " more");
    }
  }

  void PrintValidation() {
    if (call_.is_valid) Line("validate", *call_.is_valid ? "accepted it" : "refused it");
  }

  // What was replayed, or executed.
  void PrintDeeds() {
    const bool is_hit = call_.answer == CallAnswer::kHit;
    if (!is_hit && !call_.is_executed) {
      if (!call_.failure.empty()) Line("what", "it ended with " + call_.failure);
      bool is_ended_inside = call_.is_broken_off && call_.answer == CallAnswer::kFailed;
      if (is_ended_inside) Line("what", "the run ended inside it");
      return;
    }
    std::string text = is_hit ? "replayed" : "executed";
    if (call_.is_stored) text += " and stored";
    text += ", " + ShownText();
    if (!is_hit && !call_.is_stored) text += "; nothing was stored";
    if (!call_.failure.empty()) text += "; it ended with " + call_.failure;
    if (call_.is_broken_off) text += "; the run ended inside it";
    Line("what", text);
  }

  std::string ShownText() const {
    std::vector<std::string> shown;
    size_t widgets = 0;
    for (size_t i = call_.first_record; i < call_.end_record; ++i) {
      const auto* delta = std::get_if<DeltaRecord>(&context_.outcome.stream.records[i]);
      if (delta == nullptr) continue;
      std::string headline = EscapeControls(ElementHeadline(*delta->element));
      shown.push_back(CutToWidth(delta->element->type + (headline.empty() ? "" : " ") + headline,
                                 kMaxElementCells));
      if (!delta->element->widget.empty()) ++widgets;
    }
    if (shown.empty()) return "without elements";
    std::string text = "with " + Counted(shown.size(), "element");
    if (widgets > 0) text += " (" + Counted(widgets, "widget") + ")";
    return text + ": " + ShortEnumeration(shown, kMostShown, "and");
  }

  const CallEvidence& call_;
  const ExplainContext& context_;
  const Style& style_;
  std::ostream& out_;
  std::string indent_;
  std::string last_label_;
};

}  // namespace

void PrintCall(const CallEvidence& call, const ExplainContext& context, const Style& style,
               std::ostream& out) {
  CallPrinter(call, context, style, out).Print();
}

}  // namespace streplay
