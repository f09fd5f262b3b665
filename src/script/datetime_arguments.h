// What the classes of the `datetime` module share: binding and checking arguments, texts by format.
#ifndef STREPLAY_SCRIPT_DATETIME_ARGUMENTS_H_
#define STREPLAY_SCRIPT_DATETIME_ARGUMENTS_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "script/arguments.h"
#include "script/calendar.h"
#include "script/interpreter.h"

namespace streplay::script {

// Binds a constructor's arguments, with the messages of these classes, which call it just
// "function".
std::optional<std::vector<Value>> BindDatetimeArguments(Interpreter& interpreter,
                                                        std::string_view signature,
                                                        const Arguments& arguments);

// The value as an int that fits into 32 bits; `fallback` for an absent one.
std::optional<int64_t> PartOr(Interpreter& interpreter, const Value& value, int64_t fallback);

// Refuses a time zone and a fold (a second hour of the same name): true when neither is given.
[[nodiscard]] bool CheckNaive(Interpreter& interpreter, const Value& zone, const Value& fold);

Value TextValue(Interpreter& interpreter, std::string text);

// strftime(); `format` is a str value.
Value FormattedMoment(Interpreter& interpreter, const DateAndTime& moment, const Value& format);

// format(): the empty specification means str().
Value FormattedOrText(Interpreter& interpreter, const DateAndTime& moment,
                      std::string_view specification, const Value& self);

// The text argument of fromisoformat; null and TypeError for anything else.
const std::string* IsoArgument(Interpreter& interpreter, const Value& value);

// A timestamp in seconds, as microseconds since the epoch, rounded half to even.
std::optional<int64_t> TimestampMicroseconds(Interpreter& interpreter, const Value& timestamp);

// The moment of a timestamp; nothing after ValueError for a year out of range.
std::optional<DateAndTime> MomentOfTimestamp(Interpreter& interpreter, const Value& timestamp);

// The virtual clock's.
std::optional<DateAndTime> CurrentMoment(Interpreter& interpreter);

// The truth of an ordering.
template <class T>
Value ComparedValue(Comparison comparison, const T& left, const T& right) {
  return Value::Bool(Satisfies(comparison, left < right ? -1 : left > right ? 1 : 0));
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DATETIME_ARGUMENTS_H_
