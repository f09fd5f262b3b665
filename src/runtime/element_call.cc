#include "runtime/element_call.h"

#include "runtime/clean_text.h"
#include "runtime/enqueue.h"
#include "runtime/proto_value.h"
#include "runtime/streamlit_errors.h"
#include "script/bytes_object.h"
#include "script/operations.h"

namespace streplay {

using script::Value;

Value PlaceElement(CommandCall& call, const ElementBuilder& builder) {
  return EnqueueElement(call.run, call.target, builder.Build(), {call.command.warns_as});
}

std::optional<std::string> CleanedText(CommandCall& call, const Value& value) {
  std::optional<std::string> text = script::StrText(call.interpreter, value);
  if (!text) return std::nullopt;
  return CleanText(*text);
}

bool SetCleanedBody(CommandCall& call, ElementBuilder& builder) {
  std::optional<std::string> text = CleanedText(call, call.Argument("body"));
  if (!text) return false;
  builder.SetText(FieldId::kBody, std::move(*text));
  return true;
}

bool SetTextArgument(CommandCall& call, ElementBuilder& builder, FieldId field,
                     std::string_view argument) {
  const Value& value = call.Argument(argument);
  if (value.is_none()) return true;
  std::optional<std::string> text = ToProtoText(call.interpreter, value);
  if (!text) return false;
  builder.SetText(field, std::move(*text));
  return true;
}

bool SetBoolArgument(CommandCall& call, ElementBuilder& builder, FieldId field,
                     std::string_view argument) {
  std::optional<bool> truth = ToProtoBool(call.interpreter, call.Argument(argument));
  if (!truth) return false;
  builder.SetBool(field, *truth);
  return true;
}

bool SetTheme(CommandCall& call, ElementBuilder& builder) {
  const Value& theme = call.Argument("theme");
  if (theme.is_none()) return true;
  std::optional<bool> is_known = EqualsText(call, theme, "streamlit");
  if (!is_known) return false;
  if (!*is_known) {
    RaiseBadArgument(call, "the theme of a chart is \"streamlit\" or None");
    return false;
  }
  builder.SetText(FieldId::kTheme, "streamlit");
  return true;
}

std::optional<std::string> DedentedText(script::Interpreter& interpreter, const Value& value) {
  if (const std::string* text = script::TextOf(value)) return Dedent(*text);
  // What the regular expressions of textwrap say.
  if (value.Is<script::BytesObject>()) {
    interpreter.RaiseTypeError("cannot use a string pattern on a bytes-like object");
  } else {
    interpreter.RaiseTypeError("expected string or bytes-like object, got '" +
                               script::TypeName(interpreter, value) + "'");
  }
  return std::nullopt;
}

std::optional<bool> EqualsText(CommandCall& call, const Value& a, std::string_view b) {
  return script::AreEqual(call.interpreter, a, call.run.heap().MakeString(std::string(b)));
}

Value RaiseBadArgument(CommandCall& call, std::string_view what) {
  return RaiseApiException(call.run,
                           "st." + std::string(call.command.name) + ": " + std::string(what));
}

Value RefuseArgument(CommandCall& call, std::string_view what) {
  return call.interpreter.EndWithLimit("st." + std::string(call.command.name) + " with " +
                                       std::string(what) + " is not supported in scenario scripts");
}

}  // namespace streplay
