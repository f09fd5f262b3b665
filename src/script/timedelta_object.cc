// timedelta.
#include "script/class_object.h"
#include "script/datetime_arguments.h"
#include "script/datetime_object.h"
#include "script/heap.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

struct Unit {
  std::string_view name;
  size_t argument;  // its place in the signature
  int64_t microseconds;
};

constexpr std::string_view kSignature =
    "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0";

// In the order in which CPython adds them up.
constexpr Unit kUnits[] = {
    {"microseconds", 2, 1},
    {"milliseconds", 3, 1000},
    {"seconds", 1, kMicrosecondsPerSecond},
    {"minutes", 4, 60 * kMicrosecondsPerSecond},
    {"hours", 5, 3600 * kMicrosecondsPerSecond},
    {"days", 0, kMicrosecondsPerDay},
    {"weeks", 6, 7 * kMicrosecondsPerDay},
};

const Duration& Self(Values arguments) {
  return arguments[0].As<TimeDeltaObject>()->duration();
}

Value DurationOr(Interpreter& interpreter, const PlainResult<Duration>& duration) {
  return duration.ok() ? MakeTimeDeltaValue(interpreter.heap(), duration.value())
                       : interpreter.Raise(duration.error());
}

Value ConstructTimeDelta(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound =
      BindParameters(interpreter, "__new__", kSignature, arguments, ArityMessages::kNative);
  if (!bound) return {};
  DurationBuilder builder;
  for (const Unit& unit : kUnits) {
    const Value& value = (*bound)[unit.argument];
    if (value.empty()) continue;
    std::optional<PlainError> error;
    if (value.is_integral()) {
      error = builder.Add(value.as_int(), unit.microseconds);
    } else if (value.is_float()) {
      error = builder.Add(value.as_float(), unit.microseconds);
    } else {
      error = PlainTypeError("unsupported type for timedelta " + std::string(unit.name) +
                             " component: " + TypeName(interpreter, value));
    }
    if (error) return interpreter.Raise(*error);
  }
  return DurationOr(interpreter, builder.Build());
}

Value TimeDeltaTotalSeconds(Interpreter&, Values arguments) {
  return Value::Float(Self(arguments).total_seconds());
}

Value TimeDeltaAbsolute(Interpreter& interpreter, Values arguments) {
  const Duration& self = Self(arguments);
  return self < Duration() ? DurationOr(interpreter, self.Negated()) : arguments[0];
}

Value TimeDeltaDivMod(Interpreter& interpreter, Values arguments) {
  auto* other = arguments[1].As<TimeDeltaObject>();
  if (other == nullptr) return Value::NotImplemented();
  PlainResult<int64_t> quotient = Self(arguments).FloorDividedBy(other->duration());
  if (!quotient.ok()) return interpreter.Raise(quotient.error());
  Value rest = DurationOr(interpreter, Self(arguments).Modulo(other->duration()));
  if (rest.empty()) return {};
  return interpreter.heap().MakeTuple({Value::Int(quotient.value()), rest});
}

Value TimeDeltaDays(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).days());
}
Value TimeDeltaSeconds(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).seconds());
}
Value TimeDeltaMicroseconds(Interpreter&, Values arguments) {
  return Value::Int(Self(arguments).microseconds());
}

constexpr NativeFunction kMethods[] = {
    {"__abs__", "", &TimeDeltaAbsolute},
    {"__divmod__", "value, /", &TimeDeltaDivMod},
    {"total_seconds", "", &TimeDeltaTotalSeconds},
};

constexpr NativeProperty kProperties[] = {
    {"days", &TimeDeltaDays},
    {"microseconds", &TimeDeltaMicroseconds},
    {"seconds", &TimeDeltaSeconds},
};

// duration op another one.
Value WithDuration(Interpreter& interpreter, BinaryOperator op, const Duration& left,
                   const Duration& right) {
  switch (op) {
    case BinaryOperator::kAdd:
      return DurationOr(interpreter, left.Plus(right));
    case BinaryOperator::kSubtract:
      return DurationOr(interpreter, left.Minus(right));
    case BinaryOperator::kModulo:
      return DurationOr(interpreter, left.Modulo(right));
    case BinaryOperator::kDivide: {
      PlainResult<double> ratio = left.DividedBy(right);
      return ratio.ok() ? Value::Float(ratio.value()) : interpreter.Raise(ratio.error());
    }
    case BinaryOperator::kFloorDivide: {
      PlainResult<int64_t> quotient = left.FloorDividedBy(right);
      return quotient.ok() ? Value::Int(quotient.value()) : interpreter.Raise(quotient.error());
    }
    default:
      return Value::NotImplemented();
  }
}

// duration op a number.
Value WithNumber(Interpreter& interpreter, BinaryOperator op, const Duration& left,
                 const Value& right) {
  bool whole = right.is_integral();
  if (op == BinaryOperator::kMultiply) {
    return DurationOr(interpreter,
                      whole ? left.Times(right.as_int()) : left.Times(right.as_float()));
  }
  if (op == BinaryOperator::kDivide) {
    return DurationOr(interpreter,
                      whole ? left.DividedBy(right.as_int()) : left.DividedBy(right.as_float()));
  }
  if (op == BinaryOperator::kFloorDivide && whole) {
    return DurationOr(interpreter, left.FloorDividedBy(right.as_int()));
  }
  return Value::NotImplemented();
}

}  // namespace

Value MakeTimeDeltaValue(Heap& heap, const Duration& duration) {
  return heap.New<TimeDeltaObject>(*EnsureDatetimeClasses(heap).timedelta, duration);
}

Value TimeDeltaObject::Repr(Interpreter& interpreter) {
  return TextValue(interpreter, duration_.Repr());
}

Value TimeDeltaObject::Str(Interpreter& interpreter) {
  return TextValue(interpreter, duration_.Text());
}

std::optional<bool> TimeDeltaObject::IsTrue(Interpreter&) {
  return duration_ != Duration();
}

Value TimeDeltaObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* duration = other.As<TimeDeltaObject>();
  return duration != nullptr ? ComparedValue(comparison, duration_, duration->duration_)
                             : Value::NotImplemented();
}

std::optional<int64_t> TimeDeltaObject::Hash(Interpreter& interpreter) {
  Value parts =
      interpreter.heap().MakeTuple({Value::Int(duration_.days()), Value::Int(duration_.seconds()),
                                    Value::Int(duration_.microseconds())});
  return script::Hash(interpreter, parts);
}

Value TimeDeltaObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (auto* other = right.As<TimeDeltaObject>()) {
    return WithDuration(interpreter, op, duration_, other->duration_);
  }
  if (!right.is_integral() && !right.is_float()) return Value::NotImplemented();
  return WithNumber(interpreter, op, duration_, right);
}

Value TimeDeltaObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op,
                                       const Value& left) {
  bool number = left.is_integral() || left.is_float();
  if (op != BinaryOperator::kMultiply || !number) return Value::NotImplemented();
  return WithNumber(interpreter, op, duration_, left);
}

Value TimeDeltaObject::Unary(Interpreter& interpreter, UnaryOperator op) {
  if (op == UnaryOperator::kPlus) return Value(this);
  if (op == UnaryOperator::kMinus) return DurationOr(interpreter, duration_.Negated());
  return Object::Unary(interpreter, op);
}

void DefineTimeDeltaType(Heap& heap, ClassObject& type) {
  DefineMethods(heap, type, kMethods);
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructTimeDelta);
  Duration smallest = Duration::OfMicroseconds(1).value();
  type.Set(heap.Intern("min"), heap.New<TimeDeltaObject>(type, Duration::Min()));
  type.Set(heap.Intern("max"), heap.New<TimeDeltaObject>(type, Duration::Max()));
  type.Set(heap.Intern("resolution"), heap.New<TimeDeltaObject>(type, smallest));
}

}  // namespace streplay::script
