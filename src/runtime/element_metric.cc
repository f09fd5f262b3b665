#include "runtime/clean_text.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/label_visibility.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/exception_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

Value RaiseWrongType(CommandCall& call, std::string_view what) {
  return RaiseStreamlits(call.run, *call.interpreter.classes().type_error,
                         "st.metric: " + std::string(what));
}

bool IsNumberOrText(const Value& value) {
  return value.is_integral() || value.is_float() || script::TextOf(value) != nullptr;
}

// What numpy's scalars have: a method `item` that gives a plain number. Nothing when there is no
// such method, or it gives something else, or fails; a limit stays pending.
std::optional<std::string> TextOfItem(Interpreter& interpreter, const Value& value) {
  script::Symbol item = interpreter.heap().Intern("item");
  std::optional<std::string> text;
  Value number = interpreter.CallMethod(value, item, {});
  if (number.is_integral() || number.is_float()) text = script::StrText(interpreter, number);
  if (interpreter.IsPending(*interpreter.classes().exception)) interpreter.TakeException();
  return text;
}

std::optional<std::string> ValueText(CommandCall& call) {
  const Value& value = call.Argument("value");
  if (value.is_none()) return "—";
  if (IsNumberOrText(value)) return script::StrText(call.interpreter, value);
  std::optional<std::string> text = TextOfItem(call.interpreter, value);
  if (!text && !call.interpreter.failed()) {
    RaiseWrongType(call, "value is an int, a float, a str or None");
  }
  return text;
}

// Whether there is a delta at all: neither None nor equal to "".
std::optional<bool> HasDelta(CommandCall& call) {
  const Value& delta = call.Argument("delta");
  if (delta.is_none()) return false;
  std::optional<bool> is_empty = EqualsText(call, delta, "");
  if (!is_empty) return std::nullopt;
  return !*is_empty;
}

std::optional<std::string> DeltaText(CommandCall& call) {
  const Value& delta = call.Argument("delta");
  if (!IsNumberOrText(delta)) {
    RaiseWrongType(call, "delta is an int, a float, a str or None");
    return std::nullopt;
  }
  std::optional<std::string> text = script::StrText(call.interpreter, delta);
  if (!text) return std::nullopt;
  return Dedent(*text);
}

bool SetDeltaLook(CommandCall& call, ElementBuilder& builder,
                  const std::optional<std::string>& delta) {
  std::optional<std::string> rule = CleanedText(call, call.Argument("delta_color"));
  if (!rule) return false;
  if (*rule != "normal" && *rule != "inverse" && *rule != "off") {
    RaiseBadArgument(call, "delta_color is \"normal\", \"inverse\" or \"off\"");
    return false;
  }
  if (!delta) {
    builder.SetText(FieldId::kColor, "GRAY").SetText(FieldId::kDirection, "NONE");
    return true;
  }
  bool falls = delta->starts_with('-');
  bool is_good = falls == (*rule == "inverse");
  builder.SetText(FieldId::kDirection, falls ? "DOWN" : "UP");
  builder.SetText(FieldId::kColor, *rule == "off" ? "GRAY" : is_good ? "GREEN" : "RED");
  return true;
}

bool SetTexts(CommandCall& call, ElementBuilder& builder) {
  std::optional<std::string> body = ValueText(call);
  if (!body) return false;
  builder.SetText(FieldId::kBody, std::move(*body));
  const std::string* label = script::TextOf(call.Argument("label"));
  if (label == nullptr) {
    RaiseWrongType(call, "label is a str");
    return false;
  }
  builder.SetText(FieldId::kLabel, *label);
  return true;
}

bool SetHelp(CommandCall& call, ElementBuilder& builder) {
  if (call.Argument("help").is_none()) return true;
  std::optional<std::string> help = DedentedText(call.interpreter, call.Argument("help"));
  if (!help) return false;
  builder.SetText(FieldId::kHelp, std::move(*help));
  return true;
}

}  // namespace

Value Metric(CommandCall& call) {
  ElementBuilder builder(DeltaType::kMetric);
  if (!CheckLabelVisibility(call) || !SetTexts(call, builder)) return {};
  std::optional<bool> has_delta = HasDelta(call);
  if (!has_delta) return {};
  std::optional<std::string> delta;
  if (*has_delta) {
    delta = DeltaText(call);
    if (!delta) return {};
    builder.SetText(FieldId::kDelta, *delta);
  }
  if (!SetHelp(call, builder) || !SetDeltaLook(call, builder, delta)) return {};
  SetLabelVisibility(call, builder);
  return PlaceElement(call, builder);
}

}  // namespace streplay
