#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/json_text.h"
#include "runtime/notices.h"
#include "runtime/server.h"
#include "script/class_object.h"
#include "script/exception_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

bool IsSessionState(CommandCall& call, const Value& value) {
  return &script::TypeOf(call.interpreter, value) == &call.run.server().classes().session_state;
}

// Keys that JSON does not have are worth a warning, and are left out then.
std::optional<std::string> BodyText(CommandCall& call, const Value& body) {
  script::Interpreter& interpreter = call.interpreter;
  std::optional<std::string> text = LenientJsonText(interpreter, body, false);
  if (text || !interpreter.IsPending(*interpreter.classes().type_error)) return text;
  interpreter.TakeException();
  if (!ShowNotice(call.run, "json")) return std::nullopt;
  return LenientJsonText(interpreter, body, true);
}

}  // namespace

Value Json(CommandCall& call) {
  Value body = call.Argument("body");
  if (IsSessionState(call, body)) {
    body = call.interpreter.CallMethod(body, call.run.heap().Intern("to_dict"), {});
    if (body.empty()) return {};
  }
  ElementBuilder builder(DeltaType::kJson);
  if (const std::string* text = script::TextOf(body)) {
    builder.SetText(FieldId::kBody, *text);
  } else {
    std::optional<std::string> dumped = BodyText(call, body);
    if (!dumped) return {};
    builder.SetText(FieldId::kBody, std::move(*dumped));
  }
  if (!SetBoolArgument(call, builder, FieldId::kExpanded, "expanded")) return {};
  return PlaceElement(call, builder);
}

}  // namespace streplay
