#include "script/datetime_arguments.h"

#include <cmath>
#include <limits>

#include "script/float_arithmetic.h"
#include "script/native_arguments.h"
#include "script/operations.h"
#include "script/strftime.h"

namespace streplay::script {
namespace {

constexpr double kLargestTimestamp = 9.2e12;  // seconds that fit as microseconds

// The year that a timestamp would have, for the message; good enough far from years 1 to 9999.
int64_t YearOfSeconds(int64_t seconds) {
  // 400 years have a fixed number of days: shift the timestamp into the calendar.
  constexpr int64_t kCycle = 146097 * kSecondsPerDay;
  int64_t cycles = seconds / kCycle - (seconds % kCycle < 0 ? 1 : 0);
  int64_t rest = seconds - cycles * kCycle;
  return DateOfOrdinal(kEpochOrdinal + rest / kSecondsPerDay).year + cycles * 400;
}

}  // namespace

std::optional<std::vector<Value>> BindDatetimeArguments(Interpreter& interpreter,
                                                        std::string_view signature,
                                                        const Arguments& arguments) {
  auto bound =
      BindParameters(interpreter, "function", signature, arguments, ArityMessages::kNative);
  if (bound || !interpreter.IsPending(*interpreter.classes().type_error)) return bound;
  Ref<ExceptionObject> error = interpreter.TakeException();
  std::string message = StrText(interpreter, error).value_or("");
  constexpr std::string_view kName = "function()";
  if (message.starts_with(kName)) message.erase(kName.size() - 2, 2);
  interpreter.RaiseTypeError(std::move(message));
  return std::nullopt;
}

std::optional<int64_t> PartOr(Interpreter& interpreter, const Value& value, int64_t fallback) {
  std::optional<int64_t> number = IndexOr(interpreter, value, fallback);
  if (!number) return std::nullopt;
  if (*number <= std::numeric_limits<int32_t>::max() &&
      *number >= std::numeric_limits<int32_t>::min()) {
    return number;
  }
  interpreter.Raise(PlainOverflowError(*number > 0 ? "signed integer is greater than maximum"
                                                   : "signed integer is less than minimum"));
  return std::nullopt;
}

bool CheckNaive(Interpreter& interpreter, const Value& zone, const Value& fold) {
  if (!zone.empty() && !zone.is_none()) {
    interpreter.EndWithLimit("time zones are not supported in scenario scripts");
    return false;
  }
  if (!fold.empty() && !(fold.is_integral() && fold.as_int() == 0)) {
    interpreter.EndWithLimit("fold is not supported in scenario scripts");
    return false;
  }
  return true;
}

Value TextValue(Interpreter& interpreter, std::string text) {
  return interpreter.heap().MakeString(std::move(text));
}

Value FormattedMoment(Interpreter& interpreter, const DateAndTime& moment, const Value& format) {
  const std::string* text = TextOf(format);
  if (text == nullptr) {
    return interpreter.RaiseTypeError("strftime() argument 1 must be str, not " +
                                      TypeName(interpreter, format));
  }
  PlainResult<std::string> formatted =
      FormatMoment(moment, *text, static_cast<size_t>(interpreter.limits().container_items));
  if (!formatted.ok()) return interpreter.Raise(formatted.error());
  return TextValue(interpreter, std::move(formatted).value());
}

Value FormattedOrText(Interpreter& interpreter, const DateAndTime& moment,
                      std::string_view specification, const Value& self) {
  if (specification.empty()) return Str(interpreter, self);
  return FormattedMoment(interpreter, moment, TextValue(interpreter, std::string(specification)));
}

const std::string* IsoArgument(Interpreter& interpreter, const Value& value) {
  const std::string* text = TextOf(value);
  if (text == nullptr) interpreter.RaiseTypeError("fromisoformat: argument must be str");
  return text;
}

std::optional<int64_t> TimestampMicroseconds(Interpreter& interpreter, const Value& timestamp) {
  double seconds = 0;
  if (timestamp.is_float()) {
    seconds = timestamp.as_float();
  } else {
    std::optional<int64_t> whole = ToIndex(interpreter, timestamp);
    if (!whole) return std::nullopt;
    seconds = static_cast<double>(*whole);
  }
  if (std::isnan(seconds)) {
    interpreter.RaiseValueError("Invalid value NaN (not a number)");
    return std::nullopt;
  }
  if (std::fabs(seconds) > 9.3e18) {
    interpreter.Raise(PlainOverflowError("timestamp out of range for platform time_t"));
    return std::nullopt;
  }
  if (std::fabs(seconds) > kLargestTimestamp) {
    int64_t year = YearOfSeconds(static_cast<int64_t>(seconds));
    interpreter.RaiseValueError("year " + std::to_string(year) + " is out of range");
    return std::nullopt;
  }
  double whole = 0;
  double fraction = std::modf(seconds, &whole);
  PlainResult<int64_t> microseconds = RoundFloatToInt(fraction * kMicrosecondsPerSecond);
  return static_cast<int64_t>(whole) * kMicrosecondsPerSecond + microseconds.value();
}

std::optional<DateAndTime> MomentOfTimestamp(Interpreter& interpreter, const Value& timestamp) {
  std::optional<int64_t> microseconds = TimestampMicroseconds(interpreter, timestamp);
  if (!microseconds) return std::nullopt;
  PlainResult<DateAndTime> moment = MomentOfEpoch(*microseconds);
  if (moment.ok()) return moment.value();
  int64_t year = YearOfSeconds(*microseconds / kMicrosecondsPerSecond);
  interpreter.RaiseValueError("year " + std::to_string(year) + " is out of range");
  return std::nullopt;
}

std::optional<DateAndTime> CurrentMoment(Interpreter& interpreter) {
  PlainResult<DateAndTime> moment = MomentOfEpoch(interpreter.host().NowMicroseconds());
  if (moment.ok()) return moment.value();
  interpreter.Raise(moment.error());
  return std::nullopt;
}

}  // namespace streplay::script
