// The values of the `datetime` module: dates, times of day, moments and durations, all naive. The
// host makes and reads them too (date_input, time_input, slider).
#ifndef STREPLAY_SCRIPT_DATETIME_OBJECT_H_
#define STREPLAY_SCRIPT_DATETIME_OBJECT_H_

#include <optional>

#include "script/calendar.h"
#include "script/duration.h"
#include "script/object.h"

namespace streplay::script {

// Makes the four classes on first use; every value below needs them.
struct DatetimeClasses {
  ClassObject* date = nullptr;
  ClassObject* datetime = nullptr;  // derives from date
  ClassObject* time = nullptr;
  ClassObject* timedelta = nullptr;
};
DatetimeClasses EnsureDatetimeClasses(Heap& heap);

Value MakeDateValue(Heap& heap, const CalendarDate& date);
Value MakeDateTimeValue(Heap& heap, const DateAndTime& moment);
Value MakeTimeValue(Heap& heap, const TimeOfDay& time);
Value MakeTimeDeltaValue(Heap& heap, const Duration& duration);

// date: not a datetime.
class DateObject : public Object {
 public:
  DateObject(ClassObject& type, const CalendarDate& date)
      : Object(type, ObjectKind::kNative), date_(date) {}

  const CalendarDate& date() const { return date_; }

  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Format(Interpreter& interpreter, std::string_view specification) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;

 private:
  CalendarDate date_;
};

// datetime. For a script it is a date too; DateOf reads either.
class DateTimeObject : public Object {
 public:
  DateTimeObject(ClassObject& type, const DateAndTime& moment)
      : Object(type, ObjectKind::kNative), moment_(moment) {}

  const DateAndTime& moment() const { return moment_; }

  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Format(Interpreter& interpreter, std::string_view specification) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;

 private:
  DateAndTime moment_;
};

// time: a time of day.
class TimeObject : public Object {
 public:
  TimeObject(ClassObject& type, const TimeOfDay& time)
      : Object(type, ObjectKind::kNative), time_(time) {}

  const TimeOfDay& time() const { return time_; }

  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Format(Interpreter& interpreter, std::string_view specification) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;

 private:
  TimeOfDay time_;
};

// timedelta.
class TimeDeltaObject : public Object {
 public:
  TimeDeltaObject(ClassObject& type, const Duration& duration)
      : Object(type, ObjectKind::kNative), duration_(duration) {}

  const Duration& duration() const { return duration_; }

  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  std::optional<bool> IsTrue(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value Unary(Interpreter& interpreter, UnaryOperator op) override;

 private:
  Duration duration_;
};

// The day of a date or a datetime, nothing for any other value.
std::optional<CalendarDate> DateOf(const Value& value);

// Fill the methods of one class each; called by EnsureDatetimeClasses.
void DefineDateType(Heap& heap, ClassObject& type);
void DefineDateTimeType(Heap& heap, ClassObject& type);
void DefineTimeType(Heap& heap, ClassObject& type);
void DefineTimeDeltaType(Heap& heap, ClassObject& type);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DATETIME_OBJECT_H_
