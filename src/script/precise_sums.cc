// The exact sum keeps a list of floats that do not overlap and whose sum is exact (Shewchuk's
// partials). The norm sums squares as pairs of floats and corrects the root by what its square
// misses.
#include "script/precise_sums.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace streplay::script {
namespace {

// An unevaluated sum of two floats, the second far smaller than the first.
struct Pair {
  double high = 0;
  double low = 0;
};

Pair SumOf(double a, double b) {
  double sum = a + b;
  double b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

Pair ProductOf(double a, double b) {
  double product = a * b;
  return {product, std::fma(a, b, -product)};
}

// Adds one value to the partials; false when that overflows.
bool AddPartial(std::vector<double>& partials, double value) {
  size_t kept = 0;
  for (double partial : partials) {
    if (std::fabs(value) < std::fabs(partial)) std::swap(value, partial);
    double sum = value + partial;
    double rest = partial - (sum - value);
    if (rest != 0) partials[kept++] = rest;
    value = sum;
  }
  partials.resize(kept);
  if (value == 0) return true;
  if (!std::isfinite(value)) return false;
  partials.push_back(value);
  return true;
}

double RoundPartials(const std::vector<double>& partials) {
  size_t left = partials.size();
  if (left == 0) return 0.0;
  double sum = partials[--left];
  double rest = 0;
  while (left > 0 && rest == 0) {
    double high = sum;
    double low = partials[--left];
    sum = high + low;
    rest = low - (sum - high);
  }
  // A tie was rounded without regard to the partials below it.
  bool same_side =
      left > 0 && ((rest < 0 && partials[left - 1] < 0) || (rest > 0 && partials[left - 1] > 0));
  if (same_side) {
    double doubled = rest * 2;
    double next = sum + doubled;
    if (doubled == next - sum) sum = next;
  }
  return sum;
}

}  // namespace

PlainResult<double> ExactSum(const std::vector<double>& values) {
  std::vector<double> partials;
  double infinities = 0;
  double specials = 0;
  for (double value : values) {
    if (std::isinf(value)) infinities += value;
    if (!std::isfinite(value)) {
      specials += value;
    } else if (!AddPartial(partials, value)) {
      return PlainOverflowError("intermediate overflow in fsum");
    }
  }
  if (std::isnan(infinities)) return PlainValueError("-inf + inf in fsum");
  return specials != 0 ? specials : RoundPartials(partials);
}

double EuclideanNorm(const std::vector<double>& values) {
  double largest = 0;
  bool any_nan = false;
  for (double value : values) {
    if (std::isinf(value)) return std::numeric_limits<double>::infinity();
    any_nan = any_nan || std::isnan(value);
    largest = std::max(largest, std::fabs(value));
  }
  if (any_nan) return std::numeric_limits<double>::quiet_NaN();
  if (largest == 0 || values.size() == 1) return largest;
  int exponent = 0;
  std::frexp(largest, &exponent);
  Pair sum;
  for (double value : values) {
    double scaled = std::ldexp(value, -exponent);
    Pair square = ProductOf(scaled, scaled);
    Pair next = SumOf(sum.high, square.high);
    sum = {next.high, sum.low + next.low + square.low};
  }
  double root = std::sqrt(sum.high + sum.low);
  Pair square = ProductOf(root, root);
  double missing = (sum.high - square.high) - square.low + sum.low;
  return std::ldexp(root + missing / (2 * root), exponent);
}

}  // namespace streplay::script
