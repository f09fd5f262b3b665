// A duration of datetime.timedelta as plain data: whole microseconds, at most 999999999 days either
// way.
#ifndef STREPLAY_SCRIPT_DURATION_H_
#define STREPLAY_SCRIPT_DURATION_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "script/float_arithmetic.h"
#include "script/plain_result.h"

namespace streplay::script {

inline constexpr int64_t kMaxDurationDays = 999'999'999;

// Its microseconds need 67 bits.
class Duration {
 public:
  Duration() = default;

  // OverflowError when there are too many days.
  static PlainResult<Duration> OfMicroseconds(WideInt microseconds);
  static Duration Max();
  static Duration Min();

  // Normalised as timedelta's attributes are: only days can be negative.
  int64_t days() const;
  int64_t seconds() const;       // 0 to 86399
  int64_t microseconds() const;  // 0 to 999999
  WideInt total_microseconds() const { return total_; }
  double total_seconds() const;

  std::string Text() const;  // str(): "1 day, 0:00:05.000003"
  std::string Repr() const;  // repr(): "datetime.timedelta(days=1, seconds=5)"

  auto operator<=>(const Duration&) const = default;

  PlainResult<Duration> Plus(const Duration& other) const;
  PlainResult<Duration> Minus(const Duration& other) const;
  PlainResult<Duration> Negated() const;
  PlainResult<Duration> Times(int64_t factor) const;
  PlainResult<Duration> Times(double factor) const;  // rounded to the nearest, ties to even
  PlainResult<Duration> DividedBy(int64_t divisor) const;
  PlainResult<Duration> DividedBy(double divisor) const;
  PlainResult<double> DividedBy(const Duration& other) const;
  PlainResult<Duration> FloorDividedBy(int64_t divisor) const;
  PlainResult<int64_t> FloorDividedBy(const Duration& other) const;
  PlainResult<Duration> Modulo(const Duration& other) const;

 private:
  explicit Duration(WideInt total) : total_(total) {}

  WideInt total_ = 0;
};

// Adds up the arguments of timedelta(); `unit` is a part's length in microseconds. Fractions of a
// microsecond are gathered and rounded once, at the end, as CPython does.
class DurationBuilder {
 public:
  [[nodiscard]] std::optional<PlainError> Add(int64_t count, int64_t unit);
  [[nodiscard]] std::optional<PlainError> Add(double count, int64_t unit);
  PlainResult<Duration> Build() const;

 private:
  WideInt total_ = 0;
  double leftover_ = 0;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DURATION_H_
