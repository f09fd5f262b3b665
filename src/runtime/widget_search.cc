#include "runtime/widget_search.h"

#include <string>

#include "base/nearest_name.h"
#include "base/utf8.h"

namespace streplay {
namespace {

constexpr size_t kListedWidgets = 8;  // in a hint

std::string Quoted(std::string_view text) {
  return "`" + EscapeControls(text) + "`";
}

std::string_view CommandName(const DeltaMessage& widget) {
  return GetCommand(widget.widget->command).name;
}

bool IsNamed(const DeltaMessage& widget, const WidgetTarget& target) {
  if (!target.key.empty()) return widget.widget->user_key == target.key;
  return CommandName(widget) == target.command && widget.widget->label == target.label;
}

std::string TargetText(const WidgetTarget& target) {
  if (!target.key.empty()) return "widget with the key " + Quoted(target.key);
  return target.command + " " + Quoted(target.label);
}

// The names that the person may have meant: labels of the same command, or keys.
std::vector<std::string_view> Candidates(const std::vector<DeltaMessagePtr>& widgets,
                                         const WidgetTarget& target) {
  std::vector<std::string_view> names;
  for (const DeltaMessagePtr& widget : widgets) {
    const WidgetFacts& facts = *widget->widget;
    if (!target.key.empty() && facts.user_key) names.push_back(*facts.user_key);
    if (target.key.empty() && CommandName(*widget) == target.command) {
      names.push_back(facts.label);
    }
  }
  return names;
}

std::string WhatIsThere(const std::vector<DeltaMessagePtr>& widgets, const WidgetTarget& target) {
  if (widgets.empty()) return "the page has no widget";
  std::string text = "the page has";
  for (size_t i = 0; i < widgets.size() && i < kListedWidgets; ++i) {
    const WidgetFacts& facts = *widgets[i]->widget;
    text +=
        (i == 0 ? " " : ", ") + std::string(CommandName(*widgets[i])) + " " + Quoted(facts.label);
    if (!target.key.empty() && facts.user_key) text += " (key " + Quoted(*facts.user_key) + ")";
  }
  if (widgets.size() > kListedWidgets) {
    text += " and " + std::to_string(widgets.size() - kListedWidgets) + " more";
  }
  return text;
}

std::string HintFor(const std::vector<DeltaMessagePtr>& widgets, const WidgetTarget& target) {
  const std::string& wanted = target.key.empty() ? target.label : target.key;
  std::optional<std::string_view> nearest = NearestName(wanted, Candidates(widgets, target));
  if (nearest) return "did you mean " + Quoted(*nearest) + "?";
  return WhatIsThere(widgets, target);
}

}  // namespace

DeltaMessagePtr FindTarget(const std::vector<DeltaMessagePtr>& widgets, const InteractStep& step,
                           const SourceRange& step_range, Diagnostics& diagnostics) {
  const WidgetTarget& target = step.target;
  std::vector<DeltaMessagePtr> matches;
  for (const DeltaMessagePtr& widget : widgets) {
    if (IsNamed(*widget, target)) matches.push_back(widget);
  }
  const size_t nth = static_cast<size_t>(target.nth.value_or(0));
  if (nth < matches.size()) return matches[nth];
  if (matches.empty()) {
    AddError(diagnostics, step_range,
             "no " + TargetText(target) + " is on the page of session " + Quoted(step.session),
             HintFor(widgets, target));
  } else {
    AddError(diagnostics, step_range,
             "`nth: " + std::to_string(nth) + "` asks for more than the page has: " +
                 std::to_string(matches.size()) + " times " + TargetText(target),
             "`nth` counts from 0");
  }
  return nullptr;
}

}  // namespace streplay
