#include "runtime/browser.h"

#include <algorithm>
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
  knows_widgets_ = false;
}

void Browser::OnCompileError() {
  page_ = page_before_;
  knows_widgets_ = false;
}

const std::vector<DeltaMessagePtr>& Browser::Widgets() {
  if (knows_widgets_) return widgets_;
  widgets_.clear();
  page_.Visit([&](const DeltaMessagePtr& message) {
    if (message->widget) widgets_.push_back(message);
  });
  knows_widgets_ = true;
  return widgets_;
}

// A page that replays what it showed before has the very same messages: nothing is mounted anew.
void Browser::OnRunFinished() {
  auto sets_value = [](const DeltaMessagePtr& message) {
    return message->widget->set_value.has_value();
  };
  const std::vector<DeltaMessagePtr>& widgets = Widgets();
  if (widgets == mounted_ && std::none_of(widgets.begin(), widgets.end(), sets_value)) return;
  mounted_ = widgets;
  Mount();
}

void Browser::Mount() {
  shown_ = nullptr;
  SharedTextSet ids;
  for (const DeltaMessagePtr& message : mounted_) ids.Insert(message->widget->id);
  auto is_gone = [&](const auto& entry) { return !ids.Contains(entry.first); };
  values_.EraseIf(is_gone);
  for (auto& [form, values] : pending_) values.EraseIf(is_gone);
  for (const DeltaMessagePtr& message : mounted_) {
    const WidgetFacts& facts = *message->widget;
    if (facts.set_value) {
      for (auto& [form, values] : pending_) values.Erase(facts.id);
      values_.Set(facts.id, *facts.set_value);
    } else if (HasValue(facts.default_value) && !values_.Contains(facts.id)) {
      values_.Set(facts.id, facts.default_value);
    }
  }
}

WidgetStates Browser::States() const {
  WidgetStates states;
  states.reserve(values_.size());
  for (const auto& [id, value] : values_) states.push_back({id, value});
  return states;
}

WidgetValuesPtr Browser::ShownValues() {
  const std::vector<DeltaMessagePtr>& widgets = Widgets();
  if (shown_ == nullptr || shown_of_ != widgets) {
    shown_ = std::make_shared<const WidgetValues>(MakeShownValues());
    shown_of_ = widgets;
  }
  return shown_;
}

WidgetValues Browser::MakeShownValues() {
  WidgetValues shown;
  for (const DeltaMessagePtr& message : Widgets()) {
    const WidgetFacts& facts = *message->widget;
    const WireValue* value = values_.Find(facts.id);
    auto form = pending_.find(facts.form_id);
    const WireValue* pending = form == pending_.end() ? nullptr : form->second.Find(facts.id);
    if (pending != nullptr) value = pending;
    if (value != nullptr) shown[facts.id] = ShownValue(facts, *value);
  }
  return shown;
}

std::optional<Browser::Reaction> Browser::Interact(const InteractStep& step,
                                                   const SourceRange& step_range,
                                                   int64_t& last_upload, Diagnostics& diagnostics) {
  shown_ = nullptr;
  DeltaMessagePtr widget = FindTarget(Widgets(), step, step_range, diagnostics);
  if (widget == nullptr) return std::nullopt;
  std::optional<WireValue> value = ReadInput(*widget, step, step_range, last_upload, diagnostics);
  if (!value) return std::nullopt;
  if (IsButton(*widget->widget)) return Press(*widget);
  const std::string& form_id = widget->widget->form_id;
  Values& values = form_id.empty() ? values_ : pending_[form_id];
  values.Set(widget->widget->id, std::move(*value));
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
  reaction.states.push_back({button.widget->id, Trigger{}});
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
    pending_[form_id].Set(facts.id, facts.default_value);
  }
}

}  // namespace streplay
