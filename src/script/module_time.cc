// The `time` module on the host's virtual clock, in UTC. Only sleep() moves the clock.
#include <cmath>

#include "script/calendar.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"
#include "script/strftime.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

// The clock ends with the calendar.
constexpr int64_t kLastMicrosecond = (kMaxOrdinal - kEpochOrdinal) * kMicrosecondsPerDay;

Value TimeSeconds(Interpreter& interpreter, Values) {
  return Value::Float(DivideIntegers(interpreter.host().NowMicroseconds(), kMicrosecondsPerSecond));
}

Value TimeNanoseconds(Interpreter& interpreter, Values) {
  return Value::Int(interpreter.host().NowMicroseconds() * 1000);
}

// A sleep lasts at least as long as asked: parts of a microsecond count as a whole one.
Value TimeSleep(Interpreter& interpreter, Values arguments) {
  double seconds = 0;
  if (arguments[0].is_float()) {
    seconds = arguments[0].as_float();
  } else {
    std::optional<int64_t> whole = ToIndex(interpreter, arguments[0]);
    if (!whole) return {};
    seconds = static_cast<double>(*whole);
  }
  if (std::isnan(seconds)) return interpreter.RaiseValueError("Invalid value NaN (not a number)");
  if (seconds < 0) return interpreter.RaiseValueError("sleep length must be non-negative");
  double microseconds = std::ceil(seconds * kMicrosecondsPerSecond);
  auto left = static_cast<double>(kLastMicrosecond - interpreter.host().NowMicroseconds());
  if (microseconds > left) {
    return interpreter.EndWithLimit("the virtual clock cannot go beyond the year 9999");
  }
  interpreter.host().Sleep(static_cast<int64_t>(microseconds));
  return Value::None();
}

std::optional<DateAndTime> Now(Interpreter& interpreter) {
  PlainResult<DateAndTime> now = MomentOfEpoch(interpreter.host().NowMicroseconds());
  if (now.ok()) return now.value();
  interpreter.Raise(now.error());
  return std::nullopt;
}

Value TimeCtime(Interpreter& interpreter, Values arguments) {
  if (!arguments[0].empty() && !arguments[0].is_none()) {
    return RefusedFunction<"time.ctime() of a given time">(interpreter, arguments);
  }
  std::optional<DateAndTime> now = Now(interpreter);
  return now ? Value(interpreter.heap().MakeString(CtimeText(*now))) : Value();
}

Value TimeStrftime(Interpreter& interpreter, Values arguments) {
  const std::string* format = TextOf(arguments[0]);
  if (format == nullptr) {
    return interpreter.RaiseTypeError("strftime() argument 1 must be str, not " +
                                      TypeName(interpreter, arguments[0]));
  }
  if (!arguments[1].empty()) {
    return RefusedFunction<"time.strftime() of a given time">(interpreter, arguments);
  }
  std::optional<DateAndTime> now = Now(interpreter);
  if (!now) return {};
  auto limit = static_cast<size_t>(interpreter.limits().container_items);
  // A time of the C library has a zone, which a datetime without one does not print.
  if (format->find("%z") != std::string::npos || format->find("%Z") != std::string::npos) {
    return RefusedFunction<"time.strftime() of a zone">(interpreter, arguments);
  }
  PlainResult<std::string> text = FormatMoment(*now, *format, limit);
  if (!text.ok()) return interpreter.Raise(text.error());
  return interpreter.heap().MakeString(text.value());
}

constexpr NativeFunction kFunctions[] = {
    {"asctime", kAnyArguments, &RefusedFunction<"time.asctime()">},
    {"ctime", "seconds=None, /", &TimeCtime},
    {"gmtime", kAnyArguments, &RefusedFunction<"time.gmtime()">},
    {"localtime", kAnyArguments, &RefusedFunction<"time.localtime()">},
    {"mktime", kAnyArguments, &RefusedFunction<"time.mktime()">},
    {"monotonic", "", &TimeSeconds},
    {"monotonic_ns", "", &TimeNanoseconds},
    {"perf_counter", "", &TimeSeconds},
    {"perf_counter_ns", "", &TimeNanoseconds},
    {"process_time", kAnyArguments, &RefusedFunction<"time.process_time()">},
    {"sleep", "seconds, /", &TimeSleep},
    {"strftime", "format, tuple=None, /", &TimeStrftime},
    {"strptime", kAnyArguments, &RefusedFunction<"time.strptime()">},
    {"thread_time", kAnyArguments, &RefusedFunction<"time.thread_time()">},
    {"time", "", &TimeSeconds},
    {"time_ns", "", &TimeNanoseconds},
};

}  // namespace

const NativeModule kTimeModule = {"time", kFunctions, nullptr};

}  // namespace streplay::script
