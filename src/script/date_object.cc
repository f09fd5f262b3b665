// date.
#include "script/class_object.h"
#include "script/datetime_arguments.h"
#include "script/datetime_object.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/named_tuple.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/refused_function.h"
#include "script/strftime.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

// The key of the class of isocalendar()'s results among the module classes (modules.h).
constexpr std::string_view kIsoCalendarKey = "class datetime.IsoCalendarDate";

// Also for methods that a datetime inherits.
CalendarDate Self(Values arguments) {
  return *DateOf(arguments[0]);
}

// An instance of the class that a class method was called on, date or datetime.
Value MakeOfClass(Interpreter& interpreter, const Value& type, const DateAndTime& moment) {
  Heap& heap = interpreter.heap();
  if (type.object() == EnsureDatetimeClasses(heap).datetime) {
    return MakeDateTimeValue(heap, moment);
  }
  return MakeDateValue(heap, moment.date);
}

Value MakeDateOr(Interpreter& interpreter, const Value& type,
                 const PlainResult<CalendarDate>& date) {
  if (!date.ok()) return interpreter.Raise(date.error());
  return MakeOfClass(interpreter, type, {date.value(), {}});
}

Value DateToday(Interpreter& interpreter, Values arguments) {
  std::optional<DateAndTime> now = CurrentMoment(interpreter);
  return now ? MakeOfClass(interpreter, arguments[0], *now) : Value();
}

Value DateFromTimestamp(Interpreter& interpreter, Values arguments) {
  std::optional<DateAndTime> moment = MomentOfTimestamp(interpreter, arguments[1]);
  return moment ? MakeDateValue(interpreter.heap(), moment->date) : Value();
}

Value DateFromOrdinal(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> ordinal = PartOr(interpreter, arguments[1], 1);
  if (!ordinal) return {};
  if (*ordinal < 1) return interpreter.RaiseValueError("ordinal must be >= 1");
  CalendarDate date = DateOfOrdinal(*ordinal);
  return MakeDateOr(interpreter, arguments[0], MakeDate(date.year, date.month, date.day));
}

Value DateFromIsoFormat(Interpreter& interpreter, Values arguments) {
  const std::string* text = IsoArgument(interpreter, arguments[1]);
  if (text == nullptr) return {};
  PlainResult<CalendarDate> date = ParseIsoDate(*text);
  return date.ok() ? MakeDateValue(interpreter.heap(), date.value())
                   : interpreter.Raise(date.error());
}

Value DateFromIsoCalendar(Interpreter& interpreter, Values arguments) {
  int64_t parts[3] = {};
  for (size_t i = 0; i < 3; ++i) {
    std::optional<int64_t> part = PartOr(interpreter, arguments[i + 1], 0);
    if (!part) return {};
    parts[i] = *part;
  }
  return MakeDateOr(interpreter, arguments[0], DateOfIsoWeek(parts[0], parts[1], parts[2]));
}

Value DateYear(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).year);
}
Value DateMonth(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).month);
}
Value DateDay(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).day);
}

Value DateToOrdinal(Interpreter&, Values arguments) {
  return Value::Int(OrdinalOf(Self(arguments)));
}

Value DateWeekday(Interpreter&, Values arguments) {
  return Value::Int(WeekdayOf(Self(arguments)));
}

Value DateIsoWeekday(Interpreter&, Values arguments) {
  return Value::Int(WeekdayOf(Self(arguments)) + 1);
}

// A tuple with named items.
Value DateIsoCalendar(Interpreter& interpreter, Values arguments) {
  Heap& heap = interpreter.heap();
  auto* type = heap.modules().Find(heap.Intern(kIsoCalendarKey))->As<ClassObject>();
  IsoWeekDate week = IsoWeekDateOf(Self(arguments));
  std::vector<Value> items = {Value::Int(week.year), Value::Int(week.week),
                              Value::Int(week.weekday)};
  return heap.New<NamedTupleObject>(*type, std::move(items));
}

Value DateIsoFormat(Interpreter& interpreter, Values arguments) {
  return TextValue(interpreter, IsoText(Self(arguments)));
}

DateAndTime MomentOf(const Value& value) {
  if (auto* datetime = value.As<DateTimeObject>()) return datetime->moment();
  return {*DateOf(value), {}};
}

Value DateCtime(Interpreter& interpreter, Values arguments) {
  return TextValue(interpreter, CtimeText(MomentOf(arguments[0])));
}

Value DateStrftime(Interpreter& interpreter, Values arguments) {
  return FormattedMoment(interpreter, MomentOf(arguments[0]), arguments[1]);
}

Value DateReplace(Interpreter& interpreter, Values arguments) {
  CalendarDate self = Self(arguments);
  std::optional<int64_t> year = PartOr(interpreter, arguments[1], self.year);
  if (!year) return {};
  std::optional<int64_t> month = PartOr(interpreter, arguments[2], self.month);
  if (!month) return {};
  std::optional<int64_t> day = PartOr(interpreter, arguments[3], self.day);
  if (!day) return {};
  PlainResult<CalendarDate> date = MakeDate(*year, *month, *day);
  return date.ok() ? MakeDateValue(interpreter.heap(), date.value())
                   : interpreter.Raise(date.error());
}

constexpr NativeFunction kMethods[] = {
    {"ctime", "", &DateCtime},
    {"fromisocalendar", "year, week, day", &DateFromIsoCalendar, NativeFlavour::kClassMethod},
    {"fromisoformat", "date_string, /", &DateFromIsoFormat, NativeFlavour::kClassMethod},
    {"fromordinal", "ordinal, /", &DateFromOrdinal, NativeFlavour::kClassMethod},
    {"fromtimestamp", "timestamp, /", &DateFromTimestamp, NativeFlavour::kClassMethod},
    {"isocalendar", "", &DateIsoCalendar},
    {"isoformat", "", &DateIsoFormat},
    {"isoweekday", "", &DateIsoWeekday},
    {"replace", "year=0, month=0, day=0", &DateReplace},
    {"strftime", "format", &DateStrftime},
    {"timetuple", kAnyArguments, &RefusedFunction<"date.timetuple()">},
    {"today", "", &DateToday, NativeFlavour::kClassMethod},
    {"toordinal", "", &DateToOrdinal},
    {"weekday", "", &DateWeekday},
};

constexpr NativeProperty kProperties[] = {
    {"day", &DateDay},
    {"month", &DateMonth},
    {"year", &DateYear},
};

Value ConstructDate(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindDatetimeArguments(interpreter, "year, month, day", arguments);
  if (!bound) return {};
  int64_t parts[3] = {};
  for (size_t i = 0; i < 3; ++i) {
    std::optional<int64_t> part = PartOr(interpreter, (*bound)[i], 0);
    if (!part) return {};
    parts[i] = *part;
  }
  PlainResult<CalendarDate> date = MakeDate(parts[0], parts[1], parts[2]);
  return date.ok() ? MakeDateValue(interpreter.heap(), date.value())
                   : interpreter.Raise(date.error());
}

// date moved by a duration's days, or OverflowError.
Value Moved(Interpreter& interpreter, const CalendarDate& date, int64_t days) {
  int64_t ordinal = OrdinalOf(date) + days;
  if (ordinal < 1 || ordinal > kMaxOrdinal) {
    return interpreter.Raise(PlainOverflowError("date value out of range"));
  }
  return MakeDateValue(interpreter.heap(), DateOfOrdinal(ordinal));
}

}  // namespace

std::optional<CalendarDate> DateOf(const Value& value) {
  if (auto* date = value.As<DateObject>()) return date->date();
  if (auto* datetime = value.As<DateTimeObject>()) return datetime->moment().date;
  return std::nullopt;
}

Value MakeDateValue(Heap& heap, const CalendarDate& date) {
  return heap.New<DateObject>(*EnsureDatetimeClasses(heap).date, date);
}

Value DateObject::Repr(Interpreter& interpreter) {
  return TextValue(interpreter, "datetime.date(" + std::to_string(date_.year) + ", " +
                                    std::to_string(date_.month) + ", " + std::to_string(date_.day) +
                                    ")");
}

Value DateObject::Str(Interpreter& interpreter) {
  return TextValue(interpreter, IsoText(date_));
}

Value DateObject::Format(Interpreter& interpreter, std::string_view specification) {
  return FormattedOrText(interpreter, {date_, {}}, specification, Value(this));
}

Value DateObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  if (auto* date = other.As<DateObject>()) return ComparedValue(comparison, date_, date->date_);
  bool equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (other.Is<DateTimeObject>() && !equality) {
    return interpreter.RaiseTypeError("can't compare datetime.datetime to datetime.date");
  }
  return Value::NotImplemented();
}

std::optional<int64_t> DateObject::Hash(Interpreter&) {
  return HashInt(OrdinalOf(date_));
}

Value DateObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  auto* duration = right.As<TimeDeltaObject>();
  if (op == BinaryOperator::kAdd && duration != nullptr) {
    return Moved(interpreter, date_, duration->duration().days());
  }
  if (op != BinaryOperator::kSubtract) return Value::NotImplemented();
  if (duration != nullptr) return Moved(interpreter, date_, -duration->duration().days());
  auto* date = right.As<DateObject>();
  if (date == nullptr) return Value::NotImplemented();
  WideInt days = OrdinalOf(date_) - OrdinalOf(date->date_);
  return MakeTimeDeltaValue(interpreter.heap(),
                            Duration::OfMicroseconds(days * kMicrosecondsPerDay).value());
}

Value DateObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  if (op != BinaryOperator::kAdd || !left.Is<TimeDeltaObject>()) return Value::NotImplemented();
  return Binary(interpreter, op, left);
}

void DefineDateType(Heap& heap, ClassObject& type) {
  DefineMethods(heap, type, kMethods);
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructDate);
  type.Set(heap.Intern("min"), heap.New<DateObject>(type, CalendarDate{kMinYear, 1, 1}));
  type.Set(heap.Intern("max"), heap.New<DateObject>(type, CalendarDate{kMaxYear, 12, 31}));
  type.Set(heap.Intern("resolution"),
           MakeTimeDeltaValue(heap, Duration::OfMicroseconds(kMicrosecondsPerDay).value()));
  Ref<ClassObject> week =
      MakeNamedTupleClass(heap, "IsoCalendarDate", {"year", "week", "weekday"}, {});
  week->set_module("datetime");
  heap.modules().Set(heap.Intern(kIsoCalendarKey), week);
}

}  // namespace streplay::script
