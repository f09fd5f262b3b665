// time: a time of day.
#include "script/class_object.h"
#include "script/datetime_arguments.h"
#include "script/datetime_object.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr std::string_view kSignature =
    "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0";
constexpr size_t kPartCount = 4;
constexpr size_t kZone = 4;
constexpr size_t kFold = 5;
// strftime() of a time shows this day.
constexpr CalendarDate kShownDay = {1900, 1, 1};

const TimeOfDay& Self(Values arguments) {
  return arguments[0].As<TimeObject>()->time();
}

// The parts as bound to the signature above, absent ones from `base`.
Value MakeFromParts(Interpreter& interpreter, Values bound, const TimeOfDay& base) {
  int64_t parts[kPartCount] = {base.hour, base.minute, base.second, base.microsecond};
  for (size_t i = 0; i < kPartCount; ++i) {
    std::optional<int64_t> part = PartOr(interpreter, bound[i], parts[i]);
    if (!part) return {};
    parts[i] = *part;
  }
  if (!CheckNaive(interpreter, bound[kZone], bound[kFold])) return {};
  PlainResult<TimeOfDay> time = MakeTime(parts[0], parts[1], parts[2], parts[3]);
  return time.ok() ? MakeTimeValue(interpreter.heap(), time.value())
                   : interpreter.Raise(time.error());
}

Value ConstructTime(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindDatetimeArguments(interpreter, kSignature, arguments);
  return bound ? MakeFromParts(interpreter, *bound, {}) : Value();
}

Value TimeReplace(Interpreter& interpreter, Values arguments) {
  return MakeFromParts(interpreter, arguments.subspan(1), Self(arguments));
}

Value TimeFromIsoFormat(Interpreter& interpreter, Values arguments) {
  const std::string* text = IsoArgument(interpreter, arguments[1]);
  if (text == nullptr) return {};
  PlainResult<TimeOfDay> time = ParseIsoTime(*text);
  return time.ok() ? MakeTimeValue(interpreter.heap(), time.value())
                   : interpreter.Raise(time.error());
}

Value TimeIsoFormat(Interpreter& interpreter, Values arguments) {
  const std::string* timespec = arguments[1].empty() ? nullptr : TextOf(arguments[1]);
  if (!arguments[1].empty() && timespec == nullptr) {
    return interpreter.RaiseTypeError("isoformat() argument 1 must be str, not " +
                                      TypeName(interpreter, arguments[1]));
  }
  PlainResult<std::string> text = IsoText(Self(arguments), timespec ? *timespec : "auto");
  if (!text.ok()) return interpreter.Raise(text.error());
  return TextValue(interpreter, text.value());
}

Value TimeStrftime(Interpreter& interpreter, Values arguments) {
  return FormattedMoment(interpreter, {kShownDay, Self(arguments)}, arguments[1]);
}

Value TimeHour(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).hour);
}
Value TimeMinute(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).minute);
}
Value TimeSecond(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).second);
}
Value TimeMicrosecond(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).microsecond);
}
Value NoZone(Interpreter&, Values) {
  return Value::None();
}
Value NoFold(Interpreter&, Values) {
  return Value::Int(0);
}

constexpr NativeFunction kMethods[] = {
    {"dst", "", &NoZone},
    {"fromisoformat", "time_string, /", &TimeFromIsoFormat, NativeFlavour::kClassMethod},
    {"isoformat", "timespec='auto'", &TimeIsoFormat},
    {"replace", "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0", &TimeReplace},
    {"strftime", "format", &TimeStrftime},
    {"tzname", "", &NoZone},
    {"utcoffset", "", &NoZone},
};

constexpr NativeProperty kProperties[] = {
    {"fold", &NoFold},       {"hour", &TimeHour},     {"microsecond", &TimeMicrosecond},
    {"minute", &TimeMinute}, {"second", &TimeSecond}, {"tzinfo", &NoZone},
};

}  // namespace

Value MakeTimeValue(Heap& heap, const TimeOfDay& time) {
  return heap.New<TimeObject>(*EnsureDatetimeClasses(heap).time, time);
}

Value TimeObject::Repr(Interpreter& interpreter) {
  std::string text =
      "datetime.time(" + std::to_string(time_.hour) + ", " + std::to_string(time_.minute);
  if (time_.second != 0 || time_.microsecond != 0) text += ", " + std::to_string(time_.second);
  if (time_.microsecond != 0) text += ", " + std::to_string(time_.microsecond);
  return TextValue(interpreter, text + ")");
}

Value TimeObject::Str(Interpreter& interpreter) {
  return TextValue(interpreter, IsoText(time_).value());
}

Value TimeObject::Format(Interpreter& interpreter, std::string_view specification) {
  return FormattedOrText(interpreter, {kShownDay, time_}, specification, Value(this));
}

Value TimeObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* time = other.As<TimeObject>();
  return time != nullptr ? ComparedValue(comparison, time_, time->time_) : Value::NotImplemented();
}

std::optional<int64_t> TimeObject::Hash(Interpreter&) {
  return HashInt(MicrosecondOf(time_));
}

void DefineTimeType(Heap& heap, ClassObject& type) {
  DefineMethods(heap, type, kMethods);
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructTime);
  TimeOfDay last = TimeOfMicrosecond(kMicrosecondsPerDay - 1);
  type.Set(heap.Intern("min"), heap.New<TimeObject>(type, TimeOfDay{}));
  type.Set(heap.Intern("max"), heap.New<TimeObject>(type, last));
  type.Set(heap.Intern("resolution"),
           MakeTimeDeltaValue(heap, Duration::OfMicroseconds(1).value()));
}

}  // namespace streplay::script
