#include "script/integer_functions.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "script/float_arithmetic.h"

namespace streplay::script {
namespace {

uint64_t Magnitude(int64_t value) {
  return value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
}

PlainResult<int64_t> ToSigned(WideInt magnitude) {
  if (magnitude > std::numeric_limits<int64_t>::max()) return IntegerTooLarge();
  return static_cast<int64_t>(magnitude);
}

std::optional<PlainError> CheckNonNegative(int64_t n, int64_t k) {
  if (n < 0) return PlainValueError("n must be a non-negative integer");
  if (k < 0) return PlainValueError("k must be a non-negative integer");
  return std::nullopt;
}

}  // namespace

PlainResult<int64_t> Factorial(int64_t n) {
  if (n < 0) return PlainValueError("factorial() not defined for negative values");
  return Permutations(n, n);
}

// Each product by the next factor is divisible by the next number, so that all steps are whole.
PlainResult<int64_t> Combinations(int64_t n, int64_t k) {
  if (std::optional<PlainError> error = CheckNonNegative(n, k)) return *error;
  if (k > n) return int64_t{0};
  k = std::min(k, n - k);
  WideInt result = 1;
  for (int64_t i = 1; i <= k; ++i) {
    result = result * (n - k + i) / i;
    if (result > std::numeric_limits<int64_t>::max()) return IntegerTooLarge();
  }
  return static_cast<int64_t>(result);
}

PlainResult<int64_t> Permutations(int64_t n, int64_t k) {
  if (std::optional<PlainError> error = CheckNonNegative(n, k)) return *error;
  if (k > n) return int64_t{0};
  int64_t result = 1;
  for (int64_t i = 0; i < k && n - i > 1; ++i) {
    if (__builtin_mul_overflow(result, n - i, &result)) return IntegerTooLarge();
  }
  return result;
}

PlainResult<int64_t> IntegerSquareRoot(int64_t n) {
  if (n < 0) return PlainValueError("isqrt() argument must be nonnegative");
  auto root = static_cast<int64_t>(std::sqrt(static_cast<double>(n)));
  while (WideInt{root} * root > n) --root;
  while (WideInt{root + 1} * (root + 1) <= n) ++root;
  return root;
}

PlainResult<int64_t> GreatestCommonDivisor(int64_t a, int64_t b) {
  uint64_t left = Magnitude(a);
  uint64_t right = Magnitude(b);
  while (right != 0) left = std::exchange(right, left % right);
  return ToSigned(left);
}

PlainResult<int64_t> LeastCommonMultiple(int64_t a, int64_t b) {
  if (a == 0 || b == 0) return int64_t{0};
  PlainResult<int64_t> divisor = GreatestCommonDivisor(a, b);
  if (!divisor.ok()) return divisor.error();
  return ToSigned(WideInt{Magnitude(a)} / divisor.value() * Magnitude(b));
}

}  // namespace streplay::script
