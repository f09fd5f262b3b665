#include "script/integer_arithmetic.h"

#include <bit>
#include <cmath>
#include <optional>
#include <utility>

namespace streplay::script {

namespace {

PlainError DivisionByZero(std::string_view message) {
  return {PlainErrorType::kZeroDivisionError, std::string(message)};
}

uint64_t Magnitude(int64_t value) {
  return value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
}

PlainResult<int64_t> LeftShift(int64_t value, int64_t count) {
  if (count < 0) return PlainValueError("negative shift count");
  if (value == 0) return int64_t{0};
  if (count > 62) return IntegerTooLarge();
  int64_t result = 0;
  if (__builtin_mul_overflow(value, int64_t{1} << count, &result)) return IntegerTooLarge();
  return result;
}

PlainResult<int64_t> RightShift(int64_t value, int64_t count) {
  if (count < 0) return PlainValueError("negative shift count");
  if (count > 63) return int64_t{value < 0 ? -1 : 0};
  return value >> count;
}

// The number whose product with `base` is 1 modulo `modulus`: the extended Euclidean algorithm.
std::optional<int64_t> ModularInverse(int64_t base, int64_t modulus) {
  __extension__ typedef __int128 Wide;
  Wide size = modulus < 0 ? -static_cast<Wide>(modulus) : static_cast<Wide>(modulus);
  Wide rest = size;
  Wide divisor = (base % size + size) % size;
  Wide previous = 0;
  Wide factor = 1;
  while (divisor != 0) {
    Wide quotient = rest / divisor;
    rest = std::exchange(divisor, rest - quotient * divisor);
    previous = std::exchange(factor, previous - quotient * factor);
  }
  if (rest != 1 && size != 1) return std::nullopt;
  return static_cast<int64_t>((previous % size + size) % size);
}

// The quotient of two magnitudes, rounded once: scaled so that it has at least 63 bits, with the
// remainder kept as a sticky last bit.
double DivideMagnitudes(uint64_t left, uint64_t right) {
  if (left == 0) return 0;
  constexpr int kScaledBits = 127;
  int shift = kScaledBits - std::bit_width(left);
  __extension__ typedef unsigned __int128 Wide;
  Wide scaled = static_cast<Wide>(left) << shift;
  Wide quotient = scaled / right;
  bool inexact = quotient * right != scaled;
  while (quotient >> 64 != 0) {
    inexact = inexact || (quotient & 1) != 0;
    quotient >>= 1;
    --shift;
  }
  auto digits = static_cast<uint64_t>(quotient) | (inexact ? 1 : 0);
  return std::ldexp(static_cast<double>(digits), -shift);
}

}  // namespace

PlainResult<int64_t> IntFloorDivide(int64_t left, int64_t right) {
  if (right == 0) return DivisionByZero("integer division or modulo by zero");
  if (left == INT64_MIN && right == -1) return IntegerTooLarge();
  int64_t quotient = left / right;
  if (left % right != 0 && (left < 0) != (right < 0)) --quotient;
  return quotient;
}

PlainResult<int64_t> IntModulo(int64_t left, int64_t right) {
  if (right == 0) return DivisionByZero("integer modulo by zero");
  if (right == -1) return int64_t{0};
  int64_t remainder = left % right;
  if (remainder != 0 && (remainder < 0) != (right < 0)) remainder += right;
  return remainder;
}

PlainResult<double> IntTrueDivide(int64_t left, int64_t right) {
  if (right == 0) return DivisionByZero("division by zero");
  constexpr uint64_t kExact = uint64_t{1} << 53;
  if (Magnitude(left) <= kExact && Magnitude(right) <= kExact) {
    return static_cast<double>(left) / static_cast<double>(right);
  }
  double quotient = DivideMagnitudes(Magnitude(left), Magnitude(right));
  return (left < 0) != (right < 0) ? -quotient : quotient;
}

PlainResult<int64_t> IntPower(int64_t base, int64_t exponent) {
  int64_t result = 1;
  while (exponent > 0) {
    if ((exponent & 1) != 0 && __builtin_mul_overflow(result, base, &result)) {
      return IntegerTooLarge();
    }
    exponent >>= 1;
    bool last = exponent == 0;
    if (!last && __builtin_mul_overflow(base, base, &base)) return IntegerTooLarge();
  }
  return result;
}

PlainResult<int64_t> IntPowerModulo(int64_t base, int64_t exponent, int64_t modulus) {
  if (modulus == 0) return PlainValueError("pow() 3rd argument cannot be 0");
  if (exponent < 0) {
    std::optional<int64_t> inverse = ModularInverse(base, modulus);
    if (!inverse) return PlainValueError("base is not invertible for the given modulus");
    if (exponent == INT64_MIN) return IntegerTooLarge();
    return IntPowerModulo(*inverse, -exponent, modulus);
  }
  __extension__ typedef __int128 Wide;
  Wide result = 1 % modulus;
  Wide power = base % modulus;
  for (; exponent > 0; exponent >>= 1) {
    if ((exponent & 1) != 0) result = result * power % modulus;
    power = power * power % modulus;
  }
  if (result != 0 && (result < 0) != (modulus < 0)) result += modulus;
  return static_cast<int64_t>(result);
}

PlainResult<int64_t> IntBinary(BinaryOperator op, int64_t left, int64_t right) {
  int64_t result = 0;
  bool overflow = false;
  switch (op) {
    case BinaryOperator::kAdd:
      overflow = __builtin_add_overflow(left, right, &result);
      break;
    case BinaryOperator::kSubtract:
      overflow = __builtin_sub_overflow(left, right, &result);
      break;
    case BinaryOperator::kMultiply:
      overflow = __builtin_mul_overflow(left, right, &result);
      break;
    case BinaryOperator::kFloorDivide:
      return IntFloorDivide(left, right);
    case BinaryOperator::kModulo:
      return IntModulo(left, right);
    case BinaryOperator::kPower:
      return IntPower(left, right);
    case BinaryOperator::kLeftShift:
      return LeftShift(left, right);
    case BinaryOperator::kRightShift:
      return RightShift(left, right);
    case BinaryOperator::kBitAnd:
      return left & right;
    case BinaryOperator::kBitOr:
      return left | right;
    case BinaryOperator::kBitXor:
      return left ^ right;
    case BinaryOperator::kDivide:
      STREPLAY_CHECK(false);
  }
  if (overflow) return IntegerTooLarge();
  return result;
}

}  // namespace streplay::script
