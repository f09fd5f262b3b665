// The `math` module. The functions of one float share their treatment of errors: a nan that was not
// put in is a domain error, an infinity a range error or a pole.
#include <cmath>
#include <limits>

#include "script/dict_object.h"
#include "script/float_arithmetic.h"
#include "script/heap.h"
#include "script/integer_functions.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/precise_sums.h"
#include "script/refused_function.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr double kPi = 3.141592653589793;
constexpr double kE = 2.718281828459045;

Value DomainError(Interpreter& interpreter) {
  return interpreter.RaiseValueError("math domain error");
}

Value RangeError(Interpreter& interpreter) {
  return interpreter.Raise(PlainOverflowError("math range error"));
}

template <class T>
Value ValueOf(Interpreter& interpreter, const PlainResult<T>& result) {
  if (!result.ok()) return interpreter.Raise(result.error());
  if constexpr (std::is_same_v<T, double>) {
    return Value::Float(result.value());
  } else {
    return Value::Int(result.value());
  }
}

// The result of a function of finite or infinite arguments; `given_nan`: one of them was nan.
Value Checked(Interpreter& interpreter, double result, bool given_nan, bool given_infinity,
              bool can_overflow) {
  if (std::isnan(result) && !given_nan) return DomainError(interpreter);
  if (std::isinf(result) && !given_infinity && !given_nan) {
    return can_overflow ? RangeError(interpreter) : DomainError(interpreter);
  }
  return Value::Float(result);
}

template <double (*Function)(double), bool kCanOverflow = false>
Value OfOne(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  return Checked(interpreter, Function(*x), std::isnan(*x), std::isinf(*x), kCanOverflow);
}

template <double (*Function)(double, double)>
Value OfTwo(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  std::optional<double> y = ToFloat(interpreter, arguments[1]);
  if (!y) return {};
  return Checked(interpreter, Function(*x, *y), std::isnan(*x) || std::isnan(*y),
                 std::isinf(*x) || std::isinf(*y), true);
}

template <bool (*Predicate)(double)>
Value Test(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  return x ? Value::Bool(Predicate(*x)) : Value();
}

template <PlainResult<int64_t> (*Round)(double)>
Value RoundToInt(Interpreter& interpreter, Values arguments) {
  if (arguments[0].is_integral()) return Value::Int(arguments[0].as_int());
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  return x ? ValueOf(interpreter, Round(*x)) : Value();
}

Value MathTrunc(Interpreter& interpreter, Values arguments) {
  if (!arguments[0].is_integral() && !arguments[0].is_float()) {
    return interpreter.RaiseTypeError("type " + TypeName(interpreter, arguments[0]) +
                                      " doesn't define __trunc__ method");
  }
  return RoundToInt<&TruncateFloat>(interpreter, arguments);
}

// --- Logarithms and powers.

Value Logarithm(Interpreter& interpreter, const Value& value, double (*function)(double)) {
  std::optional<double> x = ToFloat(interpreter, value);
  if (!x) return {};
  if (*x <= 0) return DomainError(interpreter);
  return Value::Float(function(*x));
}

Value MathLog(Interpreter& interpreter, Values arguments) {
  Value numerator = Logarithm(interpreter, arguments[0], &std::log);
  if (numerator.empty() || arguments[1].empty()) return numerator;
  Value denominator = Logarithm(interpreter, arguments[1], &std::log);
  if (denominator.empty()) return {};
  return ValueOf(interpreter, FloatDivide(numerator.as_float(), denominator.as_float()));
}

Value MathLog2(Interpreter& interpreter, Values arguments) {
  return Logarithm(interpreter, arguments[0], &std::log2);
}

Value MathLog10(Interpreter& interpreter, Values arguments) {
  return Logarithm(interpreter, arguments[0], &std::log10);
}

Value MathPow(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  std::optional<double> y = ToFloat(interpreter, arguments[1]);
  if (!y) return {};
  double result = std::pow(*x, *y);
  bool finite = std::isfinite(*x) && std::isfinite(*y);
  if (finite && (std::isnan(result) || (std::isinf(result) && *x == 0))) {
    return DomainError(interpreter);
  }
  return finite && std::isinf(result) ? RangeError(interpreter) : Value::Float(result);
}

Value MathFmod(Interpreter& interpreter, Values arguments) {
  return OfTwo<&std::fmod>(interpreter, arguments);
}

Value MathCopysign(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  std::optional<double> y = ToFloat(interpreter, arguments[1]);
  return y ? Value::Float(std::copysign(*x, *y)) : Value();
}

Value MathNextAfter(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  std::optional<double> y = ToFloat(interpreter, arguments[1]);
  return y ? Value::Float(std::nextafter(*x, *y)) : Value();
}

Value MathUlp(Interpreter& interpreter, Values arguments) {
  std::optional<double> given = ToFloat(interpreter, arguments[0]);
  if (!given) return {};
  double x = std::fabs(*given);
  if (!std::isfinite(x)) return Value::Float(x);
  double next = std::nextafter(x, std::numeric_limits<double>::infinity());
  return Value::Float(std::isinf(next) ? x - std::nextafter(x, 0.0) : next - x);
}

Value MathModf(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  double whole = 0;
  double fraction = std::modf(*x, &whole);
  return interpreter.heap().MakeTuple({Value::Float(fraction), Value::Float(whole)});
}

Value MathFrexp(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  int exponent = 0;
  double fraction = std::isfinite(*x) ? std::frexp(*x, &exponent) : *x;
  return interpreter.heap().MakeTuple({Value::Float(fraction), Value::Int(exponent)});
}

Value MathLdexp(Interpreter& interpreter, Values arguments) {
  std::optional<double> x = ToFloat(interpreter, arguments[0]);
  if (!x) return {};
  if (!arguments[1].is_integral()) {
    return interpreter.RaiseTypeError("Expected an int as second argument to ldexp.");
  }
  if (*x == 0 || !std::isfinite(*x)) return Value::Float(*x);
  constexpr int64_t kFar = 100'000;  // beyond every exponent
  auto exponent = static_cast<int>(std::max(std::min(arguments[1].as_int(), kFar), -kFar));
  double result = std::ldexp(*x, exponent);
  return std::isinf(result) ? RangeError(interpreter) : Value::Float(result);
}

double Degrees(double x) {
  return x * (180.0 / kPi);
}
double Radians(double x) {
  return x * (kPi / 180.0);
}

// --- Integers.

template <PlainResult<int64_t> (*Function)(int64_t)>
Value OfInt(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> n = ToIndex(interpreter, arguments[0]);
  return n ? ValueOf(interpreter, Function(*n)) : Value();
}

template <PlainResult<int64_t> (*Function)(int64_t, int64_t)>
Value OfTwoInts(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> n = ToIndex(interpreter, arguments[0]);
  if (!n) return {};
  std::optional<int64_t> k =
      arguments[1].empty() || arguments[1].is_none() ? n : ToIndex(interpreter, arguments[1]);
  return k ? ValueOf(interpreter, Function(*n, *k)) : Value();
}

template <PlainResult<int64_t> (*Combine)(int64_t, int64_t)>
Value Fold(Interpreter& interpreter, Values arguments, int64_t start) {
  for (const Value& argument : arguments[0].As<TupleObject>()->items()) {
    std::optional<int64_t> number = ToIndex(interpreter, argument);
    if (!number) return {};
    PlainResult<int64_t> combined = Combine(start, *number);
    if (!combined.ok()) return interpreter.Raise(combined.error());
    start = combined.value();
  }
  return Value::Int(start);
}

Value MathGcd(Interpreter& interpreter, Values arguments) {
  return Fold<&GreatestCommonDivisor>(interpreter, arguments, 0);
}

Value MathLcm(Interpreter& interpreter, Values arguments) {
  return Fold<&LeastCommonMultiple>(interpreter, arguments, 1);
}

// --- Sums and distances.

std::optional<std::vector<double>> CollectFloats(Interpreter& interpreter, const Value& iterable) {
  std::vector<double> numbers;
  bool ok = ForEach(interpreter, iterable, [&](const Value& item) {
    std::optional<double> number = ToFloat(interpreter, item);
    if (number) numbers.push_back(*number);
    return number.has_value();
  });
  if (!ok) return std::nullopt;
  return numbers;
}

Value MathFsum(Interpreter& interpreter, Values arguments) {
  auto numbers = CollectFloats(interpreter, arguments[0]);
  return numbers ? ValueOf(interpreter, ExactSum(*numbers)) : Value();
}

Value MathHypot(Interpreter& interpreter, Values arguments) {
  auto numbers = CollectFloats(interpreter, arguments[0]);
  return numbers ? Value::Float(EuclideanNorm(*numbers)) : Value();
}

Value MathDist(Interpreter& interpreter, Values arguments) {
  auto from = CollectFloats(interpreter, arguments[0]);
  if (!from) return {};
  auto to = CollectFloats(interpreter, arguments[1]);
  if (!to) return {};
  if (from->size() != to->size()) {
    return interpreter.RaiseValueError("both points must have the same number of dimensions");
  }
  for (size_t i = 0; i < from->size(); ++i) (*from)[i] -= (*to)[i];
  return Value::Float(EuclideanNorm(*from));
}

Value MathProd(Interpreter& interpreter, Values arguments) {
  Value product = arguments[1].empty() ? Value::Int(1) : arguments[1];
  bool ok = ForEach(interpreter, arguments[0], [&](const Value& item) {
    product = BinaryOperation(interpreter, BinaryOperator::kMultiply, product, item);
    return !product.empty();
  });
  return ok ? product : Value();
}

Value MathIsClose(Interpreter& interpreter, Values arguments) {
  double numbers[4] = {0, 0, 1e-9, 0};  // a, b, rel_tol, abs_tol
  for (size_t i = 0; i < 4; ++i) {
    if (arguments[i].empty()) continue;
    std::optional<double> number = ToFloat(interpreter, arguments[i]);
    if (!number) return {};
    numbers[i] = *number;
  }
  auto [a, b, relative, absolute] = numbers;
  if (relative < 0 || absolute < 0) {
    return interpreter.RaiseValueError("tolerances must be non-negative");
  }
  if (a == b) return Value::Bool(true);
  if (std::isinf(a) || std::isinf(b)) return Value::Bool(false);
  double difference = std::fabs(b - a);
  return Value::Bool(difference <= std::fabs(relative * b) ||
                     difference <= std::fabs(relative * a) || difference <= absolute);
}

constexpr NativeFunction kFunctions[] = {
    {"acos", "x, /", &OfOne<&std::acos>},
    {"acosh", "x, /", &OfOne<&std::acosh>},
    {"asin", "x, /", &OfOne<&std::asin>},
    {"asinh", "x, /", &OfOne<&std::asinh>},
    {"atan", "x, /", &OfOne<&std::atan>},
    {"atan2", "y, x, /", &OfTwo<&std::atan2>},
    {"atanh", "x, /", &OfOne<&std::atanh>},
    {"cbrt", "x, /", &OfOne<&std::cbrt>},
    {"ceil", "x, /", &RoundToInt<&CeilFloat>},
    {"comb", "n, k, /", &OfTwoInts<&Combinations>},
    {"copysign", "x, y, /", &MathCopysign},
    {"cos", "x, /", &OfOne<&std::cos>},
    {"cosh", "x, /", &OfOne<&std::cosh, true>},
    {"degrees", "x, /", &OfOne<&Degrees, true>},
    {"dist", "p, q, /", &MathDist},
    {"erf", "x, /", &OfOne<&std::erf>},
    {"erfc", "x, /", &OfOne<&std::erfc>},
    {"exp", "x, /", &OfOne<&std::exp, true>},
    {"exp2", "x, /", &OfOne<&std::exp2, true>},
    {"expm1", "x, /", &OfOne<&std::expm1, true>},
    {"fabs", "x, /", &OfOne<&std::fabs>},
    {"factorial", "n, /", &OfInt<&Factorial>},
    {"floor", "x, /", &RoundToInt<&FloorFloat>},
    {"fmod", "x, y, /", &MathFmod},
    {"frexp", "x, /", &MathFrexp},
    {"fsum", "seq, /", &MathFsum},
    {"gamma", "x, /", &RefusedFunction<"math.gamma()">},
    {"gcd", "*integers", &MathGcd},
    {"hypot", "*coordinates", &MathHypot},
    {"isclose", "a, b, *, rel_tol=0, abs_tol=0", &MathIsClose},
    {"isfinite", "x, /", &Test<&std::isfinite>},
    {"isinf", "x, /", &Test<&std::isinf>},
    {"isnan", "x, /", &Test<&std::isnan>},
    {"isqrt", "n, /", &OfInt<&IntegerSquareRoot>},
    {"lcm", "*integers", &MathLcm},
    {"ldexp", "x, i, /", &MathLdexp},
    {"lgamma", "x, /", &RefusedFunction<"math.lgamma()">},
    {"log", "x, base=None, /", &MathLog},
    {"log10", "x, /", &MathLog10},
    {"log1p", "x, /", &OfOne<&std::log1p>},
    {"log2", "x, /", &MathLog2},
    {"modf", "x, /", &MathModf},
    {"nextafter", "x, y, /", &MathNextAfter},
    {"perm", "n, k=None, /", &OfTwoInts<&Permutations>},
    {"pow", "x, y, /", &MathPow},
    {"prod", "iterable, /, *, start=1", &MathProd},
    {"radians", "x, /", &OfOne<&Radians>},
    {"remainder", "x, y, /", &OfTwo<&std::remainder>},
    {"sin", "x, /", &OfOne<&std::sin>},
    {"sinh", "x, /", &OfOne<&std::sinh, true>},
    {"sqrt", "x, /", &OfOne<&std::sqrt>},
    {"tan", "x, /", &OfOne<&std::tan>},
    {"tanh", "x, /", &OfOne<&std::tanh>},
    {"trunc", "x, /", &MathTrunc},
    {"ulp", "x, /", &MathUlp},
};

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  Heap& heap = interpreter.heap();
  auto bind = [&](std::string_view name, double value) {
    module.globals().Set(heap.Intern(name), Value::Float(value));
  };
  bind("pi", kPi);
  bind("e", kE);
  bind("tau", 2 * kPi);
  bind("inf", std::numeric_limits<double>::infinity());
  bind("nan", std::numeric_limits<double>::quiet_NaN());
  return true;
}

}  // namespace

const NativeModule kMathModule = {"math", kFunctions, &Initialize};

}  // namespace streplay::script
