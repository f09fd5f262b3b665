// What the fields of a protobuf message accept from a script, and the exceptions of protobuf's own
// that anything else raises. Streamlit hands many arguments to a message unchecked, so these are
// the errors that people see.
#ifndef STREPLAY_RUNTIME_PROTO_VALUE_H_
#define STREPLAY_RUNTIME_PROTO_VALUE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "script/interpreter.h"
#include "script/value.h"

namespace streplay {

// Each gives nothing when an exception is pending.

// A str, or bytes that hold UTF-8.
std::optional<std::string> ToProtoText(script::Interpreter& interpreter,
                                       const script::Value& value);
// An int or bool.
std::optional<bool> ToProtoBool(script::Interpreter& interpreter, const script::Value& value);
std::optional<int64_t> ToProtoInt32(script::Interpreter& interpreter, const script::Value& value);
std::optional<int64_t> ToProtoUint32(script::Interpreter& interpreter, const script::Value& value);
// An int, bool or float.
std::optional<double> ToProtoDouble(script::Interpreter& interpreter, const script::Value& value);
// As ToProtoDouble, rounded to single precision.
std::optional<double> ToProtoFloat(script::Interpreter& interpreter, const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PROTO_VALUE_H_
