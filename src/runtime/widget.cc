// The order of PlaceWidget is Streamlit's: register, then the fields that are no part of the id,
// then the element.
#include "runtime/widget.h"

#include <cstdint>
#include <utility>

#include "base/fnv1a.h"
#include "runtime/caching_runtime.h"
#include "runtime/call_witness.h"
#include "runtime/element_call.h"
#include "runtime/enqueue.h"
#include "runtime/label_visibility.h"
#include "runtime/notices.h"
#include "runtime/proto_value.h"
#include "runtime/recorder.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

constexpr std::string_view kNoKey = "None";  // how an id ends without a key

bool IsButton(CommandId command) {
  return command == CommandId::kButton || command == CommandId::kDownloadButton;
}

// A submit button has no key of the script's; Streamlit makes one of the form and the label.
bool ReadKey(CommandCall& call, std::optional<std::string>& key) {
  if (call.command.id == CommandId::kFormSubmitButton) {
    std::optional<std::string> label = script::StrText(call.interpreter, call.Argument("label"));
    if (label) key = "FormSubmitter:" + call.target.form_id() + "-" + *label;
    return label.has_value();
  }
  const Value& given = call.Argument("key");
  if (given.is_none()) return true;
  key = script::StrText(call.interpreter, given);
  return key.has_value();
}

Value GivenOrEmpty(const Value& value) {
  return value.is_none() ? Value() : value;
}

// Rules about a key that session_state has set in this run.
bool CheckStateRules(ScriptRun& run, const std::optional<std::string>& key, bool is_settable,
                     bool has_default) {
  if (!key || !run.session().state.IsNewValue(*key)) return true;
  if (!is_settable) {
    RaiseApiException(run, "st.session_state cannot set the value of the key '" + *key + "'");
    return false;
  }
  return !has_default || !run.server().TakeOnce("default-and-state") ||
         ShowNotice(run, "default-and-state");
}

// A submit button that the profile takes for a static element.
bool IsStaticSubmitButton(const ScriptRun& run, CommandId command) {
  return command == CommandId::kFormSubmitButton &&
         run.profile().submit_button == SubmitButton::kStatic;
}

// The functions whose warning takes the widget's place; empty when it is not ignored.
std::vector<std::string> FunctionsIgnoring(const CommandCall& call) {
  std::vector<std::string> names;
  if (call.run.profile().forbidden_widget != ForbiddenWidget::kIgnore) return names;
  if (IsStaticSubmitButton(call.run, call.command.id)) return names;
  for (const RunningFunction* function :
       call.run.server().caching().recorder().FunctionsForbiddingWidgets()) {
    names.push_back(function->name);
  }
  return names;
}

Value IgnoreWidget(CommandCall& call, const std::vector<std::string>& functions,
                   const WidgetSerde& serde) {
  for (const std::string& function : functions) {
    if (!ShowForbiddenWidgetWarning(call.run, call.target, call.command.warns_as, function)) {
      return {};
    }
  }
  return serde.Deserialize(call.run, nullptr);
}

// Tells the recorder with which value the running functions met the widget.
bool NoteMet(ScriptRun& run, const WidgetMetadataPtr& metadata, const Value& value) {
  Recorder& recorder = run.server().caching().recorder();
  bool counts = run.profile().entry_lookup == EntryLookup::kDecisionTree && recorder.is_running() &&
                !IsStaticSubmitButton(run, metadata->command);
  if (!counts) return true;
  std::optional<std::string> value_key = HashBytes(run, value);
  if (!value_key) return false;
  if (CallWitness* witness = run.witness()) {
    witness->NameValue(*value_key, ValueText(run, value));
  }
  recorder.NoteWidgetMet(metadata, *value_key);
  return true;
}

// `disabled` and `label_visibility`, which are no part of the id.
bool SetLateFields(CommandCall& call, ElementBuilder& builder) {
  std::optional<bool> disabled = ToProtoBool(call.interpreter, call.Argument("disabled"));
  if (!disabled) return false;
  builder.SetBool(FieldId::kDisabled, *disabled);
  builder.message().widget->disabled = *disabled;
  SetLabelVisibility(call, builder);
  return true;
}

struct WireFieldWriter {
  FieldValue operator()(bool value) const { return {value}; }
  FieldValue operator()(int64_t value) const { return {value}; }
  FieldValue operator()(double value) const { return {value}; }
  FieldValue operator()(const std::string& value) const { return {value}; }
  template <typename T>
  FieldValue operator()(const std::vector<T>& values) const {
    FieldList list;
    for (const T& value : values) list.push_back((*this)(value));
    return {std::move(list)};
  }
  FieldValue operator()(const std::vector<WireFile>&) const { return {nullptr}; }
  FieldValue operator()(std::monostate) const { return {nullptr}; }
  FieldValue operator()(Trigger) const { return {true}; }
};

// The browser is told of a value that session_state has set.
void ShowValue(ElementBuilder& builder, const WireValue& wire) {
  const Field* field = FindField(GetDelta(builder.message().delta_type).fields, FieldId::kValue);
  if (field == nullptr || std::holds_alternative<std::monostate>(wire)) return;
  FieldValue value = std::visit(WireFieldWriter{}, wire);
  const auto* integer = std::get_if<int64_t>(&wire);
  if (integer != nullptr && field->kind == FieldKind::kDouble) {
    value = {static_cast<double>(*integer)};
  }
  builder.Set(FieldId::kValue, std::move(value)).SetBool(FieldId::kSetValue, true);
  builder.message().widget->set_value = wire;
}

WidgetMetadataPtr MakeMetadata(const CommandCall& call, const ElementBuilder& builder,
                               WidgetRequest& request) {
  auto metadata = std::make_shared<WidgetMetadata>();
  metadata->id = SharedText(WidgetId(builder, request.user_key));
  // Streamlit reads the key out of the id, so that one called "None" is none.
  if (request.user_key && *request.user_key != kNoKey) {
    metadata->user_key = SharedText(*request.user_key);
  }
  metadata->command = call.command.id;
  metadata->label = builder.message().widget->label;
  metadata->executed_name = GetDelta(call.command.deltas.front()).name;
  metadata->replayed_name = metadata->executed_name;
  metadata->is_trigger = call.command.value == ValueKind::kTrigger;
  metadata->serde = request.serde;
  metadata->callback = std::move(request.callback);
  metadata->args = std::move(request.args);
  metadata->kwargs = std::move(request.kwargs);
  return metadata;
}

}  // namespace

std::optional<WidgetRequest> BeginWidget(CommandCall& call, bool has_default) {
  WidgetRequest request;
  if (!ReadKey(call, request.user_key)) return std::nullopt;
  const bool is_click = call.command.value == ValueKind::kTrigger;
  request.callback = GivenOrEmpty(call.Argument(is_click ? "on_click" : "on_change"));
  request.args = GivenOrEmpty(call.Argument("args"));
  request.kwargs = GivenOrEmpty(call.Argument("kwargs"));
  // What is not there breaks no rule of the place around it: a hit could not check it either.
  request.is_ignored = !FunctionsIgnoring(call).empty();
  bool fits = request.is_ignored ||
              (CheckFormRules(call.run, call.target, call.command.id, !request.callback.empty()) &&
               CheckStateRules(call.run, request.user_key, call.command.settable, has_default));
  if (!fits || !CheckLabelVisibility(call)) return std::nullopt;
  return request;
}

bool SetLabel(CommandCall& call, ElementBuilder& builder) {
  std::optional<std::string> label = ToProtoText(call.interpreter, call.Argument("label"));
  if (!label) return false;
  WidgetFacts& facts = builder.message().widget.emplace();
  facts.command = call.command.id;
  facts.label = *label;
  builder.SetText(FieldId::kLabel, std::move(*label));
  return true;
}

bool SetHelpAndForm(CommandCall& call, ElementBuilder& builder) {
  const Value& help = call.Argument("help");
  if (!help.is_none()) {
    std::optional<std::string> text = DedentedText(call.interpreter, help);
    if (!text) return false;
    builder.SetText(FieldId::kHelp, std::move(*text));
  }
  std::string form_id = call.target.form_id();
  builder.message().widget->form_id = form_id;
  const auto& fields = GetDelta(builder.message().delta_type).fields;
  if (FindField(fields, FieldId::kFormId)) builder.SetText(FieldId::kFormId, std::move(form_id));
  return true;
}

Value PlaceWidget(CommandCall& call, ElementBuilder& builder, WidgetRequest request) {
  ScriptRun& run = call.run;
  std::vector<std::string> ignoring = FunctionsIgnoring(call);
  if (!ignoring.empty()) return IgnoreWidget(call, ignoring, *request.serde);
  WidgetMetadataPtr metadata = MakeMetadata(call, builder, request);
  builder.message().element.widget = metadata->id.text();
  builder.message().widget->id = metadata->id;
  if (metadata->user_key) builder.message().widget->user_key = metadata->user_key->text();
  SessionState::Registration registration = RegisterWidget(run, metadata, metadata->executed_name);
  const Value& value = registration.value;
  if (value.empty() || (request.check_value && !request.check_value(value))) return {};
  if (!SetLateFields(call, builder)) return {};
  std::optional<WireValue> set_value;
  if (registration.is_set_by_script) {
    set_value = metadata->serde->Serialize(run, value);
    if (!set_value) return {};
  }
  DeltaMessagePtr plain = builder.Build();
  run.server().caching().recorder().SetPendingWidget(
      std::make_shared<RecordedWidget>(RecordedWidget{metadata, plain}));
  DeltaMessagePtr shown = set_value ? WithValue(*plain, *set_value) : plain;
  if (PutElement(run, call.target, shown, {call.command.warns_as}) == kNoGenerator) return {};
  return NoteMet(run, metadata, value) ? value : Value();
}

DeltaMessagePtr WithValue(const DeltaMessage& plain, const WireValue& value) {
  ElementBuilder builder(plain);
  ShowValue(builder, value);
  return builder.Build();
}

SessionState::Registration RegisterWidget(ScriptRun& run, const WidgetMetadataPtr& metadata,
                                          std::string_view name) {
  const std::optional<SharedText>& user_key = metadata->user_key;
  bool is_new = !user_key || run.user_keys().Insert(*user_key);
  is_new = is_new && run.widget_ids().Insert(metadata->id);
  if (!is_new) {
    std::optional<std::string> key;
    if (user_key) key = user_key->text();
    RaiseDuplicateWidgetId(run, name, key);
    return {};
  }
  if (CallWitness* witness = run.witness()) witness->NameWidget(*metadata);
  return run.session().state.Register(run, metadata);
}

SessionState::Registration RegisterRecordedWidget(ScriptRun& run,
                                                  std::shared_ptr<const RecordedWidget> widget) {
  const WidgetMetadataPtr metadata = widget->metadata;
  SessionState::Registration registration = RegisterWidget(run, metadata, metadata->replayed_name);
  if (registration.value.empty()) return {};
  run.server().caching().recorder().SetPendingWidget(std::move(widget));
  if (!NoteMet(run, metadata, registration.value)) return {};
  return registration;
}

bool CheckFormRules(ScriptRun& run, DeltaGenerator& target, CommandId command, bool has_callback) {
  const bool is_in_form = !target.form_id().empty();
  if (command == CommandId::kFormSubmitButton) {
    if (!is_in_form) RaiseApiException(run, "st.form_submit_button must be inside an st.form");
    return is_in_form;
  }
  if (is_in_form && has_callback) {
    RaiseApiException(run, "in a form only st.form_submit_button may have a callback");
    return false;
  }
  if (is_in_form && IsButton(command)) {
    RaiseApiException(
        run, "st." + std::string(GetCommand(command).name) + " cannot be used in an st.form");
    return false;
  }
  return true;
}

bool CheckNewForm(ScriptRun& run, DeltaGenerator& target, const std::string& form_id) {
  if (!target.form_id().empty()) {
    RaiseApiException(run, "a form cannot be inside another form");
    return false;
  }
  if (!CheckStateRules(run, form_id, false, false)) return false;
  if (run.form_ids().insert(form_id).second) return true;
  RaiseApiException(run, "two forms of this run have the key '" + form_id + "'");
  return false;
}

std::string WidgetId(const ElementBuilder& builder, const std::optional<std::string>& user_key) {
  const std::string& type = builder.message().element.type;
  return type + "-" + HexText(Fnv1a(builder.IdentityText(), Fnv1a(type))) + "-" +
         user_key.value_or(std::string(kNoKey));
}

}  // namespace streplay
