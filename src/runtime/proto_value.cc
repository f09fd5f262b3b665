#include "runtime/proto_value.h"

#include <limits>
#include <string_view>

#include "base/utf8.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

constexpr size_t kShownBytes = 100;  // of a value's repr, in messages

// protobuf names a type as C does: types written in C carry their module.
std::string ProtoTypeName(Interpreter& interpreter, const Value& value) {
  const script::ClassObject& type = script::TypeOf(interpreter, value);
  std::string name = script::TypeName(interpreter, value);
  const std::string& module = type.module();
  bool is_of_c = !type.is_script_class() && (module == "datetime" || module == "functools" ||
                                             name == "deque" || name == "defaultdict");
  return is_of_c ? module + "." + name : name;
}

void RaiseWrongType(Interpreter& interpreter, const Value& value, std::string_view expected) {
  std::optional<std::string> repr = script::ReprText(interpreter, value);
  if (!repr) return;
  if (repr->size() > kShownBytes) {
    repr->resize(kShownBytes);
    if (std::optional<size_t> broken = FindInvalidUtf8(*repr)) repr->resize(*broken);
  }
  interpreter.RaiseTypeError(*repr + " has type " + ProtoTypeName(interpreter, value) +
                             ", but expected one of: " + std::string(expected));
}

std::optional<int64_t> ToProtoInteger(Interpreter& interpreter, const Value& value, int64_t least,
                                      int64_t greatest) {
  if (!value.is_integral()) {
    RaiseWrongType(interpreter, value, "int");
    return std::nullopt;
  }
  if (value.as_int() < least || value.as_int() > greatest) {
    interpreter.RaiseValueError("Value out of range: " + std::to_string(value.as_int()));
    return std::nullopt;
  }
  return value.as_int();
}

}  // namespace

std::optional<std::string> ToProtoText(Interpreter& interpreter, const Value& value) {
  if (const std::string* text = script::TextOf(value)) return *text;
  const auto* bytes = value.As<script::BytesObject>();
  if (bytes == nullptr) {
    RaiseWrongType(interpreter, value, "bytes, unicode");
    return std::nullopt;
  }
  if (!FindInvalidUtf8(bytes->data())) return bytes->data();
  std::optional<std::string> repr = script::ReprText(interpreter, value);
  if (!repr) return std::nullopt;
  interpreter.RaiseValueError(*repr +
                              " has type str, but isn't valid UTF-8 encoding. Non-UTF-8 strings "
                              "must be converted to unicode objects before being added.");
  return std::nullopt;
}

std::optional<bool> ToProtoBool(Interpreter& interpreter, const Value& value) {
  if (value.is_integral()) return value.as_int() != 0;
  RaiseWrongType(interpreter, value, "int, bool");
  return std::nullopt;
}

std::optional<int64_t> ToProtoInt32(Interpreter& interpreter, const Value& value) {
  return ToProtoInteger(interpreter, value, std::numeric_limits<int32_t>::min(),
                        std::numeric_limits<int32_t>::max());
}

std::optional<int64_t> ToProtoUint32(Interpreter& interpreter, const Value& value) {
  return ToProtoInteger(interpreter, value, 0, std::numeric_limits<uint32_t>::max());
}

std::optional<double> ToProtoDouble(Interpreter& interpreter, const Value& value) {
  if (std::optional<double> number = script::AsNumber(value)) return number;
  RaiseWrongType(interpreter, value, "int, float");
  return std::nullopt;
}

std::optional<double> ToProtoFloat(Interpreter& interpreter, const Value& value) {
  std::optional<double> number = ToProtoDouble(interpreter, value);
  if (!number) return std::nullopt;
  return static_cast<double>(static_cast<float>(*number));
}

}  // namespace streplay
