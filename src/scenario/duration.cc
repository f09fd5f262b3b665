// Exact decimal arithmetic on integers: the digits after the point are scaled with the unit.
#include "scenario/duration.h"

#include <algorithm>
#include <optional>

namespace streplay {
namespace {

struct Unit {
  std::string_view name;
  int64_t microseconds;
};

constexpr Unit kUnits[] = {{"ms", 1'000},
                           {"s", 1'000'000},
                           {"m", 60'000'000},
                           {"h", 3'600'000'000},
                           {"d", 86'400'000'000}};

constexpr size_t kMaxDigits = 12;  // on each side of the point

bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view TakeDigits(std::string_view& text) {
  auto end = std::find_if_not(text.begin(), text.end(), IsDigit);
  std::string_view digits = text.substr(0, static_cast<size_t>(end - text.begin()));
  text.remove_prefix(digits.size());
  return digits;
}

int64_t ReadDigits(std::string_view digits) {
  int64_t value = 0;
  for (char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

// The fraction's microseconds, or nothing when they are not whole.
std::optional<int64_t> ScaleFraction(std::string_view digits, int64_t unit) {
  __extension__ using Wide = __int128;
  Wide scaled = Wide{ReadDigits(digits)} * unit;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (scaled % 10 != 0) return std::nullopt;
    scaled /= 10;
  }
  return static_cast<int64_t>(scaled);
}

ParsedDuration Failure(std::string error) {
  return {0, std::move(error)};
}

}  // namespace

ParsedDuration ParseDuration(std::string_view text) {
  if (text.starts_with('-')) return Failure("the clock never moves back");
  std::string_view rest = text;
  std::string_view whole = TakeDigits(rest);
  std::string_view fraction;
  bool has_point = rest.starts_with('.');
  if (has_point) {
    rest.remove_prefix(1);
    fraction = TakeDigits(rest);
  }
  if (whole.empty() || has_point == fraction.empty()) return Failure("this is not a duration");
  if (rest.empty()) return Failure("the duration has no unit");
  const Unit* unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                  [&](const Unit& known) { return known.name == rest; });
  if (unit == std::end(kUnits)) return Failure("this is not a duration");
  if (whole.size() > kMaxDigits || fraction.size() > kMaxDigits ||
      ReadDigits(whole) > kMaxAdvanceMicroseconds / unit->microseconds) {
    return Failure("the clock moves 36500 days at most");
  }
  std::optional<int64_t> part = ScaleFraction(fraction, unit->microseconds);
  if (!part) return Failure("the duration is finer than a microsecond");
  int64_t sum = ReadDigits(whole) * unit->microseconds + *part;
  if (sum > kMaxAdvanceMicroseconds) return Failure("the clock moves 36500 days at most");
  return {sum, {}};
}

}  // namespace streplay
