// Registering a widget and placing it on the page: what all widget commands share.
//
// A widget command begins with BeginWidget, checks its arguments and fills an ElementBuilder in
// Streamlit's order, and returns PlaceWidget's value. Whether a running cached function forbids the
// widget, what that means in the profile, the id, duplicates, session_state, `set_value`, and the
// recording are decided here.
#ifndef STREPLAY_RUNTIME_WIDGET_H_
#define STREPLAY_RUNTIME_WIDGET_H_

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "runtime/command_call.h"
#include "runtime/element_builder.h"
#include "runtime/recording.h"
#include "runtime/widget_metadata.h"

namespace streplay {

struct WidgetRequest {
  std::optional<std::string> user_key;
  bool is_ignored = false;  // running functions forbid it: only their warning is shown
  script::Value callback;   // empty: none
  script::Value args;
  script::Value kwargs;
  std::shared_ptr<const WidgetSerde> serde;
  // What the command checks of the widget's value once it is registered; may be null. False when an
  // exception is pending.
  std::function<bool(const script::Value&)> check_value;
};

// The key and callback of the call, after the checks that every widget command makes before it
// looks at its own arguments: form rules, a key that session_state may not set, the notice about a
// default beside a session_state value (`has_default`: a default other than the parameter's own was
// given), and `label_visibility`. Nothing when an exception is pending.
std::optional<WidgetRequest> BeginWidget(CommandCall& call, bool has_default);

// The label; opens the widget facts of the message. False when a TypeError is pending.
[[nodiscard]] bool SetLabel(CommandCall& call, ElementBuilder& builder);

// The help text and the form around the widget. False when a TypeError is pending.
[[nodiscard]] bool SetHelpAndForm(CommandCall& call, ElementBuilder& builder);

// The value that the command returns; empty when a completion is pending. `request.serde` must be
// set, and the label.
script::Value PlaceWidget(CommandCall& call, ElementBuilder& builder, WidgetRequest request);

// Registers a widget with the run: an id or user key seen before in the run raises
// DuplicateWidgetID. `name` is what that error calls the widget. On success the widget's value, as
// SessionState gives it.
SessionState::Registration RegisterWidget(ScriptRun& run, const WidgetMetadataPtr& metadata,
                                          std::string_view name);

// The widget's message with a value that session_state has set, of which the browser is told.
DeltaMessagePtr WithValue(const DeltaMessage& plain, const WireValue& value);

// Registers a widget that is being replayed: as RegisterWidget, under the name that Streamlit gives
// it then; the recorder is told of it as of one that is executed.
SessionState::Registration RegisterRecordedWidget(ScriptRun& run,
                                                  std::shared_ptr<const RecordedWidget> widget);

// What forms demand of a widget called on `target`: no button in a form, a submit button only in
// one, callbacks only on the submit button. False when an exception is pending.
[[nodiscard]] bool CheckFormRules(ScriptRun& run, DeltaGenerator& target, CommandId command,
                                  bool has_callback);

// What a new form demands: no form around it, and a key that session_state has not set and no form
// of this run has, which it takes. False when an exception is pending.
[[nodiscard]] bool CheckNewForm(ScriptRun& run, DeltaGenerator& target, const std::string& form_id);

// The id of a widget: its type, a hash over the type and the identity fields, and the user key.
std::string WidgetId(const ElementBuilder& builder, const std::optional<std::string>& user_key);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIDGET_H_
