// The methods and attributes of int and float (bool has int's).
#include <bit>
#include <cmath>
#include <cstdio>

#include "script/class_object.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/tuple_object.h"
#include "script/types.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

uint64_t Magnitude(const Value& value) {
  int64_t number = value.as_int();
  return number < 0 ? 0 - static_cast<uint64_t>(number) : static_cast<uint64_t>(number);
}

Value IntBitLength(Interpreter&, Values arguments) {
  return Value::Int(std::bit_width(Magnitude(arguments[0])));
}

Value IntBitCount(Interpreter&, Values arguments) {
  return Value::Int(std::popcount(Magnitude(arguments[0])));
}

// The number itself, as an int also for a bool.
Value IntItself(Interpreter&, Values arguments) {
  return Value::Int(arguments[0].as_int());
}
Value IntZero(Interpreter&, Values) {
  return Value::Int(0);
}
Value IntOne(Interpreter&, Values) {
  return Value::Int(1);
}

Value IntRatio(Interpreter& interpreter, Values arguments) {
  return interpreter.heap().MakeTuple({Value::Int(arguments[0].as_int()), Value::Int(1)});
}

Value FloatIsInteger(Interpreter&, Values arguments) {
  double value = arguments[0].as_float();
  return Value::Bool(std::isfinite(value) && value == std::floor(value));
}

Value FloatItself(Interpreter&, Values arguments) {
  return arguments[0];
}
Value FloatZero(Interpreter&, Values) {
  return Value::Float(0.0);
}

// The exact fraction in lowest terms, when both numbers fit.
Value FloatRatio(Interpreter& interpreter, Values arguments) {
  double value = arguments[0].as_float();
  if (std::isinf(value)) {
    return interpreter.Raise(PlainOverflowError("cannot convert Infinity to integer ratio"));
  }
  if (std::isnan(value)) return interpreter.RaiseValueError("cannot convert NaN to integer ratio");
  int exponent = 0;
  auto numerator = static_cast<int64_t>(std::ldexp(std::frexp(value, &exponent), 53));
  exponent = numerator == 0 ? 0 : exponent - 53;
  for (; numerator % 2 == 0 && numerator != 0 && exponent < 0; ++exponent) numerator /= 2;
  int width = static_cast<int>(std::bit_width(static_cast<uint64_t>(std::llabs(numerator))));
  bool fits = exponent >= -62 && exponent <= 62 - width;
  if (!fits) return interpreter.Raise(IntegerTooLarge());
  if (exponent > 0) numerator *= int64_t{1} << exponent;
  return interpreter.heap().MakeTuple(
      {Value::Int(numerator), Value::Int(exponent < 0 ? int64_t{1} << -exponent : 1)});
}

// As the %a conversion writes it, but with all 13 digits of the fraction.
Value FloatHex(Interpreter& interpreter, Values arguments) {
  double value = arguments[0].as_float();
  if (!std::isfinite(value)) {
    return MakeText(interpreter, std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf");
  }
  if (value == 0) return MakeText(interpreter, std::signbit(value) ? "-0x0.0p+0" : "0x0.0p+0");
  int exponent = 0;
  double fraction = std::frexp(std::fabs(value), &exponent) * 2;
  exponent -= 1;
  if (exponent < -1022) {
    fraction = std::ldexp(fraction, exponent + 1022);
    exponent = -1022;
  }
  auto digits = static_cast<uint64_t>(std::ldexp(fraction, 52));
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%s0x%d.%013llxp%+d", value < 0 ? "-" : "",
                static_cast<int>(digits >> 52),
                static_cast<unsigned long long>(digits & ((uint64_t{1} << 52) - 1)), exponent);
  return MakeText(interpreter, buffer);
}

constexpr NativeFunction kIntMethods[] = {
    {"as_integer_ratio", "", &IntRatio},
    {"bit_count", "", &IntBitCount},
    {"bit_length", "", &IntBitLength},
    {"conjugate", "", &IntItself},
};

constexpr NativeProperty kIntProperties[] = {
    {"denominator", &IntOne},
    {"imag", &IntZero},
    {"numerator", &IntItself},
    {"real", &IntItself},
};

constexpr NativeFunction kFloatMethods[] = {
    {"as_integer_ratio", "", &FloatRatio},
    {"conjugate", "", &FloatItself},
    {"hex", "", &FloatHex},
    {"is_integer", "", &FloatIsInteger},
};

constexpr NativeProperty kFloatProperties[] = {
    {"imag", &FloatZero},
    {"real", &FloatItself},
};

}  // namespace

void DefineNumberTypes(Heap& heap) {
  DefineMethods(heap, *heap.classes().integer, kIntMethods);
  DefineProperties(heap, *heap.classes().integer, kIntProperties);
  DefineMethods(heap, *heap.classes().floating, kFloatMethods);
  DefineProperties(heap, *heap.classes().floating, kFloatProperties);
}

}  // namespace streplay::script
