// All arithmetic is on one 128-bit number of microseconds. A float factor is an exact ratio: its
// 53-bit significand times a power of two, which is multiplied or divided bit by bit with a
// remainder.
#include "script/duration.h"

#include <cmath>
#include <cstdio>

#include "script/calendar.h"

namespace streplay::script {
namespace {

constexpr WideInt kLargest = WideInt{kMaxDurationDays + 1} * kMicrosecondsPerDay - 1;
constexpr WideInt kSmallest = -WideInt{kMaxDurationDays} * kMicrosecondsPerDay;
constexpr WideInt kBeyond = WideInt{1} << 100;  // certainly too large

WideInt FloorDivide(WideInt value, WideInt divisor) {
  WideInt quotient = value / divisor;
  bool inexact = quotient * divisor != value;
  return inexact && (value < 0) != (divisor < 0) ? quotient - 1 : quotient;
}

// value / divisor to the nearest whole number, ties to even; `divisor` is positive.
WideInt DivideToNearest(WideInt value, WideInt divisor) {
  WideInt quotient = FloorDivide(value, divisor);
  WideInt remainder = value - quotient * divisor;
  WideInt rest = divisor - remainder;
  bool up = remainder > rest || (remainder == rest && quotient % 2 != 0);
  return up ? quotient + 1 : quotient;
}

PlainError ZeroDivision(const char* message) {
  return {PlainErrorType::kZeroDivisionError, message};
}

PlainError DaysTooLarge(WideInt days) {
  if (days > INT32_MAX || days < INT32_MIN) {
    return PlainOverflowError("Python int too large to convert to C int");
  }
  return PlainOverflowError("days=" + std::to_string(static_cast<int64_t>(days)) +
                            "; must have magnitude <= 999999999");
}

// |value| == significand * 2**exponent, exactly, with the smallest significand.
struct BinaryRatio {
  WideInt significand = 0;
  int exponent = 0;
};

BinaryRatio RatioOf(double value) {
  BinaryRatio ratio;
  double fraction = std::frexp(std::fabs(value), &ratio.exponent);
  ratio.significand = static_cast<int64_t>(std::ldexp(fraction, 53));
  ratio.exponent -= 53;
  while (ratio.significand != 0 && ratio.significand % 2 == 0) {
    ratio.significand /= 2;
    ++ratio.exponent;
  }
  return ratio;
}

// magnitude * 2**shift / divisor to the nearest, ties to even; kBeyond when it is too large.
WideInt ShiftAndDivide(WideInt magnitude, int shift, WideInt divisor) {
  if (shift < 0) {
    if (-shift > 126) return 0;
    WideInt power = WideInt{1} << -shift;
    if (divisor > (WideInt{1} << 126) / power) return 0;
    return DivideToNearest(magnitude, divisor * power);
  }
  WideInt quotient = magnitude / divisor;
  WideInt remainder = magnitude % divisor;
  for (int i = 0; i < shift && (quotient != 0 || remainder != 0); ++i) {
    remainder *= 2;
    quotient = quotient * 2 + remainder / divisor;
    remainder %= divisor;
    if (quotient >= kBeyond) return kBeyond;
  }
  WideInt rest = divisor - remainder;
  return remainder > rest || (remainder == rest && quotient % 2 != 0) ? quotient + 1 : quotient;
}

std::optional<PlainError> RatioError(double value) {
  if (std::isinf(value)) return PlainOverflowError("cannot convert Infinity to integer ratio");
  if (std::isnan(value)) return PlainValueError("cannot convert NaN to integer ratio");
  return std::nullopt;
}

}  // namespace

PlainResult<Duration> Duration::OfMicroseconds(WideInt microseconds) {
  if (microseconds < kSmallest || microseconds > kLargest) {
    return DaysTooLarge(FloorDivide(microseconds, kMicrosecondsPerDay));
  }
  return Duration(microseconds);
}

Duration Duration::Max() {
  return Duration(kLargest);
}
Duration Duration::Min() {
  return Duration(kSmallest);
}

int64_t Duration::days() const {
  return static_cast<int64_t>(FloorDivide(total_, kMicrosecondsPerDay));
}

int64_t Duration::seconds() const {
  WideInt of_day = total_ - WideInt{days()} * kMicrosecondsPerDay;
  return static_cast<int64_t>(of_day / kMicrosecondsPerSecond);
}

int64_t Duration::microseconds() const {
  WideInt of_day = total_ - WideInt{days()} * kMicrosecondsPerDay;
  return static_cast<int64_t>(of_day % kMicrosecondsPerSecond);
}

double Duration::total_seconds() const {
  return DivideIntegers(total_, kMicrosecondsPerSecond);
}

std::string Duration::Text() const {
  std::string text;
  if (days() != 0) {
    text = std::to_string(days()) + (days() == 1 || days() == -1 ? " day, " : " days, ");
  }
  int second = static_cast<int>(seconds());
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%d:%02d:%02d", second / 3600, second / 60 % 60,
                second % 60);
  text += buffer;
  if (microseconds() == 0) return text;
  std::snprintf(buffer, sizeof buffer, ".%06d", static_cast<int>(microseconds()));
  return text + buffer;
}

std::string Duration::Repr() const {
  std::string parts;
  auto add = [&](const char* name, int64_t value) {
    if (value == 0) return;
    if (!parts.empty()) parts += ", ";
    parts += std::string(name) + "=" + std::to_string(value);
  };
  add("days", days());
  add("seconds", seconds());
  add("microseconds", microseconds());
  return "datetime.timedelta(" + (parts.empty() ? "0" : parts) + ")";
}

PlainResult<Duration> Duration::Plus(const Duration& other) const {
  return OfMicroseconds(total_ + other.total_);
}

PlainResult<Duration> Duration::Minus(const Duration& other) const {
  return OfMicroseconds(total_ - other.total_);
}

PlainResult<Duration> Duration::Negated() const {
  return OfMicroseconds(-total_);
}

PlainResult<Duration> Duration::Times(int64_t factor) const {
  WideInt product = 0;
  if (__builtin_mul_overflow(total_, WideInt{factor}, &product)) return DaysTooLarge(kBeyond);
  return OfMicroseconds(product);
}

PlainResult<Duration> Duration::Times(double factor) const {
  if (std::optional<PlainError> error = RatioError(factor)) return *error;
  BinaryRatio ratio = RatioOf(factor);
  bool negative = (total_ < 0) != (factor < 0);
  WideInt magnitude = (total_ < 0 ? -total_ : total_) * ratio.significand;
  WideInt result = ShiftAndDivide(magnitude, ratio.exponent, 1);
  return OfMicroseconds(negative ? -result : result);
}

PlainResult<Duration> Duration::DividedBy(int64_t divisor) const {
  if (divisor == 0) return ZeroDivision("integer division or modulo by zero");
  WideInt sign = divisor < 0 ? -1 : 1;
  return OfMicroseconds(DivideToNearest(total_ * sign, divisor * sign));
}

PlainResult<Duration> Duration::DividedBy(double divisor) const {
  if (std::optional<PlainError> error = RatioError(divisor)) return *error;
  if (divisor == 0) return ZeroDivision("integer division or modulo by zero");
  BinaryRatio ratio = RatioOf(divisor);
  bool negative = (total_ < 0) != (divisor < 0);
  WideInt result =
      ShiftAndDivide(total_ < 0 ? -total_ : total_, -ratio.exponent, ratio.significand);
  return OfMicroseconds(negative ? -result : result);
}

PlainResult<double> Duration::DividedBy(const Duration& other) const {
  if (other.total_ == 0) return ZeroDivision("division by zero");
  return DivideIntegers(total_, other.total_);
}

PlainResult<Duration> Duration::FloorDividedBy(int64_t divisor) const {
  if (divisor == 0) return ZeroDivision("integer division or modulo by zero");
  return OfMicroseconds(FloorDivide(total_, divisor));
}

PlainResult<int64_t> Duration::FloorDividedBy(const Duration& other) const {
  if (other.total_ == 0) return ZeroDivision("integer division or modulo by zero");
  WideInt quotient = FloorDivide(total_, other.total_);
  if (quotient > INT64_MAX || quotient < INT64_MIN) return IntegerTooLarge();
  return static_cast<int64_t>(quotient);
}

PlainResult<Duration> Duration::Modulo(const Duration& other) const {
  if (other.total_ == 0) return ZeroDivision("integer modulo by zero");
  return OfMicroseconds(total_ - FloorDivide(total_, other.total_) * other.total_);
}

std::optional<PlainError> DurationBuilder::Add(int64_t count, int64_t unit) {
  total_ += WideInt{count} * unit;
  return std::nullopt;
}

std::optional<PlainError> DurationBuilder::Add(double count, int64_t unit) {
  if (std::isinf(count)) return PlainOverflowError("cannot convert float infinity to integer");
  if (std::isnan(count)) return PlainValueError("cannot convert float NaN to integer");
  double whole = 0;
  double fraction = std::modf(count, &whole);
  if (std::fabs(whole) > 1e25) return DaysTooLarge(kBeyond);
  total_ += static_cast<WideInt>(whole) * unit;
  double rest = std::modf(static_cast<double>(unit) * fraction, &whole);
  total_ += static_cast<WideInt>(whole);
  leftover_ += rest;
  return std::nullopt;
}

PlainResult<Duration> DurationBuilder::Build() const {
  double whole = std::round(leftover_);
  if (std::fabs(whole - leftover_) == 0.5) {
    double odd = total_ % 2 != 0 ? 1.0 : 0.0;  // to the even sum
    whole = 2.0 * std::round((leftover_ + odd) * 0.5) - odd;
  }
  return Duration::OfMicroseconds(total_ + static_cast<WideInt>(whole));
}

}  // namespace streplay::script
