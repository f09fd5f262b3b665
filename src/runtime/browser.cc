#include "runtime/browser.h"

#include <set>
#include <utility>

#include "runtime/person_input.h"
#include "runtime/widget_search.h"

namespace streplay {
namespace {

bool HasValue(const WireValue& value) {
  return !std::holds_alternative<std::monostate>(value);
}

bool IsButton(const WidgetFacts& facts) {
  return GetCommand(facts.command).value == ValueKind::kTrigger;
}

}  // namespace

void Browser::OnRunStarted() {
  std::swap(page_, page_before_);
  page_.Clear();
}

void Browser::OnCompileError() {
  page_ = page_before_;
}

std::vector<DeltaMessagePtr> Browser::Widgets() const {
  std::vector<DeltaMessagePtr> widgets;
  page_.Visit([&](const DeltaMessagePtr& message) {
    if (message->widget) widgets.push_back(message);
  });
  return widgets;
}

void Browser::OnRunFinished() {
  const std::vector<DeltaMessagePtr> widgets = Widgets();
  std::set<std::string> mounted;
  for (const DeltaMessagePtr& message : widgets) mounted.insert(message->element.widget);
  auto is_gone = [&](const auto& entry) { return !mounted.contains(entry.first); };
  values_.EraseIf(is_gone);
  for (auto& [form, values] : pending_) values.EraseIf(is_gone);
  for (const DeltaMessagePtr& message : widgets) {
    const std::string& id = message->element.widget;
    const WidgetFacts& facts = *message->widget;
    if (facts.set_value) {
      for (auto& [form, values] : pending_) values.Erase(id);
      values_.Set(id, *facts.set_value);
    } else if (HasValue(facts.default_value) && !values_.Contains(id)) {
      values_.Set(id, facts.default_value);
    }
  }
}

WidgetStates Browser::States() const {
  WidgetStates states;
  for (const auto& [id, value] : values_) states.push_back({id, value});
  return states;
}

std::map<std::string, FieldValue> Browser::ShownValues() const {
  std::map<std::string, FieldValue> shown;
  for (const DeltaMessagePtr& message : Widgets()) {
    const std::string& id = message->element.widget;
    const WireValue* value = values_.Find(id);
    auto form = pending_.find(message->widget->form_id);
    const WireValue* pending = form == pending_.end() ? nullptr : form->second.Find(id);
    if (pending != nullptr) value = pending;
    if (value != nullptr) shown[id] = ShownValue(*message->widget, *value);
  }
  return shown;
}

std::optional<Browser::Reaction> Browser::Interact(const InteractStep& step,
                                                   const SourceRange& step_range,
                                                   int64_t& last_upload, Diagnostics& diagnostics) {
  DeltaMessagePtr widget = FindTarget(Widgets(), step, step_range, diagnostics);
  if (widget == nullptr) return std::nullopt;
  std::optional<WireValue> value = ReadInput(*widget, step, step_range, last_upload, diagnostics);
  if (!value) return std::nullopt;
  if (IsButton(*widget->widget)) return Press(*widget);
  const std::string& form_id = widget->widget->form_id;
  Values& values = form_id.empty() ? values_ : pending_[form_id];
  values.Set(widget->element.widget, std::move(*value));
  if (!form_id.empty()) return Reaction{false, {}};
  return Reaction{true, States()};
}

// A submit button releases its form's pending values; the click itself is sent once.
Browser::Reaction Browser::Press(const DeltaMessage& button) {
  const std::string& form_id = button.widget->form_id;
  if (!form_id.empty()) {
    for (auto& [id, value] : pending_[form_id]) values_.Set(id, value);
    pending_.erase(form_id);
  }
  Reaction reaction{true, States()};
  reaction.states.push_back({button.element.widget, Trigger{}});
  if (!form_id.empty()) ClearSubmittedForm(form_id);
  return reaction;
}

// A form with clear_on_submit shows its defaults again; they count at the next submit.
void Browser::ClearSubmittedForm(const std::string& form_id) {
  bool clears = false;
  page_.Visit([&](const DeltaMessagePtr& message) {
    clears = clears || (message->clear_on_submit && message->form_id == form_id);
  });
  if (!clears) return;
  for (const DeltaMessagePtr& message : Widgets()) {
    const WidgetFacts& facts = *message->widget;
    if (facts.form_id != form_id || !HasValue(facts.default_value)) continue;
    pending_[form_id].Set(message->element.widget, facts.default_value);
  }
}

}  // namespace streplay
