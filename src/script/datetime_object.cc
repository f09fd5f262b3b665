// datetime. What it has in common with a date it inherits from that class.
#include "script/datetime_object.h"

#include "script/class_object.h"
#include "script/datetime_arguments.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

const DateAndTime& Self(Values arguments) {
  return arguments[0].As<DateTimeObject>()->moment();
}

constexpr std::string_view kSignature =
    "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0";
constexpr size_t kPartCount = 7;
constexpr size_t kZone = 7;
constexpr size_t kFold = 8;

// The parts as bound to the signature above, absent ones from `base`.
Value MakeFromParts(Interpreter& interpreter, Values bound, const DateAndTime& base) {
  int64_t parts[kPartCount] = {base.date.year,       base.date.month,  base.date.day,
                               base.time.hour,       base.time.minute, base.time.second,
                               base.time.microsecond};
  for (size_t i = 0; i < kPartCount; ++i) {
    std::optional<int64_t> part = PartOr(interpreter, bound[i], parts[i]);
    if (!part) return {};
    parts[i] = *part;
  }
  if (!CheckNaive(interpreter, bound[kZone], bound[kFold])) return {};
  PlainResult<CalendarDate> date = MakeDate(parts[0], parts[1], parts[2]);
  if (!date.ok()) return interpreter.Raise(date.error());
  PlainResult<TimeOfDay> time = MakeTime(parts[3], parts[4], parts[5], parts[6]);
  if (!time.ok()) return interpreter.Raise(time.error());
  return MakeDateTimeValue(interpreter.heap(), {date.value(), time.value()});
}

Value ConstructDateTime(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindDatetimeArguments(interpreter, kSignature, arguments);
  return bound ? MakeFromParts(interpreter, *bound, {}) : Value();
}

Value DateTimeReplace(Interpreter& interpreter, Values arguments) {
  return MakeFromParts(interpreter, arguments.subspan(1), Self(arguments));
}

Value DateTimeNow(Interpreter& interpreter, Values arguments) {
  if (arguments.size() > 1 && !CheckNaive(interpreter, arguments[1], {})) return {};
  std::optional<DateAndTime> now = CurrentMoment(interpreter);
  return now ? MakeDateTimeValue(interpreter.heap(), *now) : Value();
}

Value DateTimeFromTimestamp(Interpreter& interpreter, Values arguments) {
  if (arguments.size() > 2 && !CheckNaive(interpreter, arguments[2], {})) return {};
  std::optional<DateAndTime> moment = MomentOfTimestamp(interpreter, arguments[1]);
  return moment ? MakeDateTimeValue(interpreter.heap(), *moment) : Value();
}

Value DateTimeCombine(Interpreter& interpreter, Values arguments) {
  std::optional<CalendarDate> date = DateOf(arguments[1]);
  if (!date) {
    return interpreter.RaiseTypeError("combine() argument 1 must be datetime.date, not " +
                                      TypeName(interpreter, arguments[1]));
  }
  auto* time = arguments[2].As<TimeObject>();
  if (time == nullptr) {
    return interpreter.RaiseTypeError("combine() argument 2 must be datetime.time, not " +
                                      TypeName(interpreter, arguments[2]));
  }
  if (!CheckNaive(interpreter, arguments[3], {})) return {};
  return MakeDateTimeValue(interpreter.heap(), {*date, time->time()});
}

Value DateTimeFromIsoFormat(Interpreter& interpreter, Values arguments) {
  const std::string* text = IsoArgument(interpreter, arguments[1]);
  if (text == nullptr) return {};
  PlainResult<DateAndTime> moment = ParseIsoMoment(*text);
  return moment.ok() ? MakeDateTimeValue(interpreter.heap(), moment.value())
                     : interpreter.Raise(moment.error());
}

Value DateTimeDate(Interpreter& interpreter, Values arguments) {
  return MakeDateValue(interpreter.heap(), Self(arguments).date);
}

Value DateTimeTime(Interpreter& interpreter, Values arguments) {
  return MakeTimeValue(interpreter.heap(), Self(arguments).time);
}

// The clock's zone is UTC.
Value DateTimeTimestamp(Interpreter&, Values arguments) {
  int64_t microseconds = EpochMicroseconds(Self(arguments));
  int64_t fraction = Self(arguments).time.microsecond;
  auto seconds = static_cast<double>((microseconds - fraction) / kMicrosecondsPerSecond);
  return Value::Float(seconds + static_cast<double>(fraction) / 1e6);
}

Value DateTimeIsoFormat(Interpreter& interpreter, Values arguments) {
  std::string separator = "T";
  if (!arguments[1].empty()) {
    auto* text = arguments[1].As<StringObject>();
    if (text == nullptr || text->length() != 1) {
      return interpreter.RaiseTypeError("isoformat() argument 1 must be a unicode character, not " +
                                        TypeName(interpreter, arguments[1]));
    }
    separator = text->text();
  }
  std::string timespec = "auto";
  if (!arguments[2].empty()) {
    const std::string* text = TextOf(arguments[2]);
    if (text == nullptr) {
      return interpreter.RaiseTypeError("isoformat() argument 2 must be str, not " +
                                        TypeName(interpreter, arguments[2]));
    }
    timespec = *text;
  }
  PlainResult<std::string> time = IsoText(Self(arguments).time, timespec);
  if (!time.ok()) return interpreter.Raise(time.error());
  return TextValue(interpreter, IsoText(Self(arguments).date) + separator + time.value());
}

Value DateTimeHour(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).time.hour);
}
Value DateTimeMinute(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).time.minute);
}
Value DateTimeSecond(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).time.second);
}
Value DateTimeMicrosecond(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).time.microsecond);
}
Value NoZone(Interpreter&, Values) {
  return Value::None();
}
Value NoFold(Interpreter&, Values) {
  return Value::Int(0);
}

constexpr NativeFunction kMethods[] = {
    {"astimezone", kAnyArguments, &RefusedFunction<"datetime.astimezone()">},
    {"combine", "date, time, tzinfo=None", &DateTimeCombine, NativeFlavour::kClassMethod},
    {"date", "", &DateTimeDate},
    {"dst", "", &NoZone},
    {"fromisoformat", "date_string, /", &DateTimeFromIsoFormat, NativeFlavour::kClassMethod},
    {"fromtimestamp", "timestamp, tz=None", &DateTimeFromTimestamp, NativeFlavour::kClassMethod},
    {"isoformat", "sep='T', timespec='auto'", &DateTimeIsoFormat},
    {"now", "tz=None", &DateTimeNow, NativeFlavour::kClassMethod},
    {"replace",
     "year=0, month=0, day=0, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
     &DateTimeReplace},
    {"strptime", kAnyArguments, &RefusedFunction<"datetime.strptime()">,
     NativeFlavour::kClassMethod},
    {"time", "", &DateTimeTime},
    {"timestamp", "", &DateTimeTimestamp},
    {"timetz", "", &DateTimeTime},
    {"tzname", "", &NoZone},
    {"utcfromtimestamp", "timestamp, /", &DateTimeFromTimestamp, NativeFlavour::kClassMethod},
    {"utcnow", "", &DateTimeNow, NativeFlavour::kClassMethod},
    {"utcoffset", "", &NoZone},
    {"utctimetuple", kAnyArguments, &RefusedFunction<"datetime.utctimetuple()">},
};

constexpr NativeProperty kProperties[] = {
    {"fold", &NoFold},           {"hour", &DateTimeHour},     {"microsecond", &DateTimeMicrosecond},
    {"minute", &DateTimeMinute}, {"second", &DateTimeSecond}, {"tzinfo", &NoZone},
};

// moment + duration (or - duration).
Value Moved(Interpreter& interpreter, const DateAndTime& moment, const Duration& duration,
            int sign) {
  WideInt microseconds = WideInt{EpochMicroseconds(moment)} + duration.total_microseconds() * sign;
  constexpr WideInt kFar = WideInt{kMaxOrdinal} * 2 * kMicrosecondsPerDay;
  if (microseconds > kFar || microseconds < -kFar) {
    return interpreter.Raise(PlainOverflowError("date value out of range"));
  }
  PlainResult<DateAndTime> moved = MomentOfEpoch(static_cast<int64_t>(microseconds));
  return moved.ok() ? MakeDateTimeValue(interpreter.heap(), moved.value())
                    : interpreter.Raise(moved.error());
}

}  // namespace

Value MakeDateTimeValue(Heap& heap, const DateAndTime& moment) {
  return heap.New<DateTimeObject>(*EnsureDatetimeClasses(heap).datetime, moment);
}

Value DateTimeObject::Repr(Interpreter& interpreter) {
  std::string text = "datetime.datetime(" + std::to_string(moment_.date.year);
  const TimeOfDay& time = moment_.time;
  for (int part : {moment_.date.month, moment_.date.day, time.hour, time.minute}) {
    text += ", " + std::to_string(part);
  }
  if (time.second != 0 || time.microsecond != 0) text += ", " + std::to_string(time.second);
  if (time.microsecond != 0) text += ", " + std::to_string(time.microsecond);
  return TextValue(interpreter, text + ")");
}

Value DateTimeObject::Str(Interpreter& interpreter) {
  return TextValue(interpreter, IsoText(moment_.date) + " " + IsoText(moment_.time).value());
}

Value DateTimeObject::Format(Interpreter& interpreter, std::string_view specification) {
  return FormattedOrText(interpreter, moment_, specification, Value(this));
}

Value DateTimeObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  if (auto* datetime = other.As<DateTimeObject>()) {
    return ComparedValue(comparison, moment_, datetime->moment_);
  }
  bool equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (!other.Is<DateObject>()) return Value::NotImplemented();
  if (equality) return Value::Bool(comparison == Comparison::kNotEqual);
  return interpreter.RaiseTypeError("can't compare datetime.datetime to datetime.date");
}

std::optional<int64_t> DateTimeObject::Hash(Interpreter&) {
  return HashInt(EpochMicroseconds(moment_));
}

Value DateTimeObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  auto* duration = right.As<TimeDeltaObject>();
  if (op == BinaryOperator::kAdd && duration != nullptr) {
    return Moved(interpreter, moment_, duration->duration(), 1);
  }
  if (op != BinaryOperator::kSubtract) return Value::NotImplemented();
  if (duration != nullptr) return Moved(interpreter, moment_, duration->duration(), -1);
  auto* other = right.As<DateTimeObject>();
  if (other == nullptr) return Value::NotImplemented();
  WideInt microseconds = WideInt{EpochMicroseconds(moment_)} - EpochMicroseconds(other->moment_);
  return MakeTimeDeltaValue(interpreter.heap(), Duration::OfMicroseconds(microseconds).value());
}

Value DateTimeObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op,
                                      const Value& left) {
  if (op != BinaryOperator::kAdd || !left.Is<TimeDeltaObject>()) return Value::NotImplemented();
  return Binary(interpreter, op, left);
}

void DefineDateTimeType(Heap& heap, ClassObject& type) {
  DefineMethods(heap, type, kMethods);
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructDateTime);
  DateAndTime last = {{kMaxYear, 12, 31}, TimeOfMicrosecond(kMicrosecondsPerDay - 1)};
  type.Set(heap.Intern("min"), heap.New<DateTimeObject>(type, DateAndTime{}));
  type.Set(heap.Intern("max"), heap.New<DateTimeObject>(type, last));
  type.Set(heap.Intern("resolution"),
           MakeTimeDeltaValue(heap, Duration::OfMicroseconds(1).value()));
}

}  // namespace streplay::script
