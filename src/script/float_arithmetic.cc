// Rounding to decimal places goes through the exact decimal text: to_chars rounds it correctly for
// places behind the point, and one function rounds the whole digits for places before it.
#include "script/float_arithmetic.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <string>

#include "script/float_digits.h"

namespace streplay::script {
namespace {

constexpr int64_t kMostDecimalPlaces =
    323;  // every float is a multiple of 10**-323 to its precision
constexpr int64_t kFewestDecimalPlaces = -308;
constexpr double kTwoTo63 = 9223372036854775808.0;
constexpr uint64_t kHashModulus = (uint64_t{1} << 61) - 1;
constexpr int kHashBits = 61;

PlainError ZeroDivision(std::string message) {
  return {PlainErrorType::kZeroDivisionError, std::move(message)};
}

FloatQuotient Divide(double left, double right) {
  double remainder = std::fmod(left, right);
  double exact = (left - remainder) / right;
  if (remainder != 0) {
    if ((right < 0) != (remainder < 0)) {
      remainder += right;
      exact -= 1.0;
    }
  } else {
    remainder = std::copysign(0.0, right);
  }
  if (exact == 0) return {std::copysign(0.0, left / right), remainder};
  double quotient = std::floor(exact);
  if (exact - quotient > 0.5) quotient += 1.0;
  return {quotient, remainder};
}

// `value` is whole.
PlainResult<int64_t> WholeToInt(double value) {
  if (std::isinf(value)) return PlainOverflowError("cannot convert float infinity to integer");
  if (std::isnan(value)) return PlainValueError("cannot convert float NaN to integer");
  if (value < -kTwoTo63 || value >= kTwoTo63) return IntegerTooLarge();
  return static_cast<int64_t>(value);
}

double ReadBack(const std::string& text) {
  double value = std::numeric_limits<double>::infinity();
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A float's exact whole digits rounded to a multiple of 10**places; `has_fraction` breaks ties.
std::string RoundWholeDigits(std::string digits, size_t places, bool has_fraction) {
  if (places > digits.size()) return "0";
  size_t kept = digits.size() - places;
  std::string dropped = digits.substr(kept);
  std::string half = "5" + std::string(places - 1, '0');
  bool odd = kept > 0 && (digits[kept - 1] - '0') % 2 != 0;
  bool up = dropped > half || (dropped == half && (has_fraction || odd));
  digits = "0" + digits.substr(0, kept);
  for (size_t i = digits.size(); up && i-- > 0;) {
    up = digits[i] == '9';
    digits[i] = up ? '0' : static_cast<char>(digits[i] + 1);
  }
  return digits + std::string(places, '0');
}

double RoundMagnitude(double magnitude, int64_t digits) {
  if (digits >= 0) {
    return ReadBack(FloatDigits(magnitude, {.type = 'f', .precision = static_cast<int>(digits)}));
  }
  double whole = std::trunc(magnitude);
  std::string text = FloatDigits(whole, {.type = 'f', .precision = 0});
  return ReadBack(RoundWholeDigits(text, static_cast<size_t>(-digits), whole != magnitude));
}

}  // namespace

PlainResult<double> FloatDivide(double left, double right) {
  if (right == 0) return ZeroDivision("float division by zero");
  return left / right;
}

PlainResult<double> FloatFloorDivide(double left, double right) {
  if (right == 0) return ZeroDivision("float floor division by zero");
  return Divide(left, right).quotient;
}

PlainResult<double> FloatModulo(double left, double right) {
  if (right == 0) return ZeroDivision("float modulo");
  return Divide(left, right).remainder;
}

PlainResult<FloatQuotient> FloatDivMod(double left, double right) {
  if (right == 0) return ZeroDivision("float divmod()");
  return Divide(left, right);
}

PlainResult<double> FloatPower(double left, double right) {
  bool whole_exponent = std::isinf(right) || right == std::floor(right);
  if (left == 0 && right < 0 && std::isfinite(right)) {
    return ZeroDivision("0.0 cannot be raised to a negative power");
  }
  if (left < 0 && std::isfinite(left) && !whole_exponent && !std::isnan(right)) {
    return PlainLimit("complex numbers are not supported in scenario scripts");
  }
  double result = std::pow(left, right);
  if (std::isinf(result) && std::isfinite(left) && std::isfinite(right)) {
    return PlainOverflowError("(34, 'Numerical result out of range')");
  }
  return result;
}

PlainResult<int64_t> TruncateFloat(double value) {
  return WholeToInt(std::trunc(value));
}
PlainResult<int64_t> FloorFloat(double value) {
  return WholeToInt(std::floor(value));
}
PlainResult<int64_t> CeilFloat(double value) {
  return WholeToInt(std::ceil(value));
}

PlainResult<int64_t> RoundFloatToInt(double value) {
  double rounded = std::round(value);
  if (std::fabs(value - rounded) == 0.5) rounded = 2.0 * std::round(value / 2.0);
  return WholeToInt(rounded);
}

PlainResult<double> RoundFloat(double value, int64_t digits) {
  if (!std::isfinite(value) || digits > kMostDecimalPlaces) return value;
  if (digits < kFewestDecimalPlaces) return 0.0 * value;
  double rounded = RoundMagnitude(std::fabs(value), digits);
  if (std::isinf(rounded)) return PlainOverflowError("rounded value too large to represent");
  return std::copysign(rounded, value);
}

PlainResult<int64_t> RoundInt(int64_t value, int64_t digits) {
  if (digits >= 0) return value;
  bool negative = value < 0;
  std::string text = std::to_string(value).substr(negative ? 1 : 0);
  if (-digits > static_cast<int64_t>(text.size())) return int64_t{0};
  std::string rounded = RoundWholeDigits(text, static_cast<size_t>(-digits), false);
  int64_t magnitude = 0;
  auto [end, error] = std::from_chars(rounded.data(), rounded.data() + rounded.size(), magnitude);
  if (error != std::errc()) return IntegerTooLarge();
  return negative ? -magnitude : magnitude;
}

// 64 bits of the quotient and whether anything is left: enough to round once.
double DivideIntegers(WideInt numerator, WideInt denominator) {
  bool negative = (numerator < 0) != (denominator < 0);
  if (numerator < 0) numerator = -numerator;
  if (denominator < 0) denominator = -denominator;
  if (numerator == 0) return negative ? -0.0 : 0.0;
  WideInt quotient = numerator / denominator;
  WideInt remainder = numerator % denominator;
  int exponent = 0;
  for (; quotient >> 63 == 0; --exponent) {
    remainder *= 2;
    quotient = quotient * 2 + remainder / denominator;
    remainder %= denominator;
  }
  for (; quotient >> 64 != 0; ++exponent) {
    if (quotient % 2 != 0) remainder = 1;
    quotient /= 2;
  }
  auto bits = static_cast<uint64_t>(quotient) | (remainder != 0 ? 1 : 0);
  double result = std::ldexp(static_cast<double>(bits), exponent);
  return negative ? -result : result;
}

int64_t HashInt(int64_t value) {
  bool negative = value < 0;
  uint64_t magnitude = negative ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  auto hash = static_cast<int64_t>(magnitude % kHashModulus);
  if (negative) hash = -hash;
  return hash == -1 ? -2 : hash;
}

// The number modulo 2**61 - 1: multiplying by two is a rotation of 61 bits.
int64_t HashFloat(double value) {
  constexpr int64_t kHashOfInfinity = 314159;
  if (std::isinf(value)) return value > 0 ? kHashOfInfinity : -kHashOfInfinity;
  if (std::isnan(value)) return 0;
  int exponent = 0;
  double fraction = std::frexp(std::fabs(value), &exponent);
  uint64_t hash = 0;
  while (fraction != 0) {
    hash = (hash << 28 & kHashModulus) | hash >> (kHashBits - 28);
    fraction *= 268435456.0;  // 2**28
    exponent -= 28;
    auto digit = static_cast<uint64_t>(fraction);
    fraction -= static_cast<double>(digit);
    hash += digit;
    if (hash >= kHashModulus) hash -= kHashModulus;
  }
  int rotation = exponent >= 0 ? exponent % kHashBits : kHashBits - 1 - (-1 - exponent) % kHashBits;
  hash = (hash << rotation & kHashModulus) | hash >> (kHashBits - rotation);
  auto result = static_cast<int64_t>(hash);
  if (value < 0) result = -result;
  return result == -1 ? -2 : result;
}

NumberOrder CompareIntWithFloat(int64_t left, double right) {
  if (std::isnan(right)) return NumberOrder::kUnordered;
  if (right >= kTwoTo63) return NumberOrder::kLess;
  if (right < -kTwoTo63) return NumberOrder::kGreater;
  auto whole = static_cast<int64_t>(right);
  if (left != whole) return left < whole ? NumberOrder::kLess : NumberOrder::kGreater;
  double fraction = right - static_cast<double>(whole);
  if (fraction == 0) return NumberOrder::kEqual;
  return fraction > 0 ? NumberOrder::kLess : NumberOrder::kGreater;
}

}  // namespace streplay::script
