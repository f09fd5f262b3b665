// Text, truth and hash of any value.
#include "base/float_text.h"
#include "script/class_object.h"
#include "script/float_arithmetic.h"
#include "script/operations.h"
#include "script/text_format.h"

namespace streplay::script {

namespace {

std::string ScalarText(const Value& value) {
  switch (value.tag()) {
    case ValueTag::kBool:
      return value.as_bool() ? "True" : "False";
    case ValueTag::kInt:
      return std::to_string(value.as_int());
    case ValueTag::kFloat:
      return FloatText(value.as_float());
    case ValueTag::kEllipsis:
      return "Ellipsis";
    case ValueTag::kNotImplemented:
      return "NotImplemented";
    default:
      return "None";
  }
}

std::optional<std::string> TextResult(const Value& text) {
  const std::string* result = TextOf(text);
  return result != nullptr ? std::optional<std::string>(*result) : std::nullopt;
}

}  // namespace

Value Repr(Interpreter& interpreter, const Value& value) {
  Object* object = value.object();
  if (object == nullptr) return interpreter.heap().MakeString(ScalarText(value));
  RecursionScope scope(interpreter, " while getting the repr of an object");
  if (!scope.entered() || !interpreter.Step()) return {};
  return object->Repr(interpreter);
}

Value Str(Interpreter& interpreter, const Value& value) {
  Object* object = value.object();
  if (object == nullptr) return interpreter.heap().MakeString(ScalarText(value));
  if (object->kind() == ObjectKind::kString) return value;
  RecursionScope scope(interpreter, " while getting the str of an object");
  if (!scope.entered()) return {};
  return object->Str(interpreter);
}

Value Format(Interpreter& interpreter, const Value& value, std::string_view specification) {
  if (Object* object = value.object()) return object->Format(interpreter, specification);
  if (value.is_integral() || value.is_float()) {
    return FormatScalar(interpreter, value, specification);
  }
  if (specification.empty()) return Str(interpreter, value);
  return interpreter.RaiseTypeError("unsupported format string passed to " +
                                    TypeName(interpreter, value) + ".__format__");
}

std::optional<std::string> ReprText(Interpreter& interpreter, const Value& value) {
  return TextResult(Repr(interpreter, value));
}

std::optional<std::string> StrText(Interpreter& interpreter, const Value& value) {
  return TextResult(Str(interpreter, value));
}

std::optional<bool> IsTrue(Interpreter& interpreter, const Value& value) {
  switch (value.tag()) {
    case ValueTag::kObject:
      return value.object()->IsTrue(interpreter);
    case ValueTag::kNone:
    case ValueTag::kEmpty:
      return false;
    case ValueTag::kBool:
    case ValueTag::kInt:
      return value.as_int() != 0;
    case ValueTag::kFloat:
      return value.as_float() != 0;
    case ValueTag::kEllipsis:
    case ValueTag::kNotImplemented:
      break;
  }
  return true;
}

std::optional<int64_t> Hash(Interpreter& interpreter, const Value& value) {
  // CPython's hashes of the singletons are addresses; these are as good.
  constexpr int64_t kFirstSingleton = 0x7f5e0;
  switch (value.tag()) {
    case ValueTag::kObject:
      return value.object()->Hash(interpreter);
    case ValueTag::kBool:
    case ValueTag::kInt:
      return HashInt(value.as_int());
    case ValueTag::kFloat:
      return HashFloat(value.as_float());
    default:
      return kFirstSingleton + static_cast<int64_t>(value.tag()) * 16;
  }
}

}  // namespace streplay::script
