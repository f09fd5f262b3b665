// How far `advance` moves the virtual clock.
#ifndef STREPLAY_SCENARIO_DURATION_H_
#define STREPLAY_SCENARIO_DURATION_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace streplay {

// 36,500 days: beyond any `ttl`, and far from the last date that the language knows.
inline constexpr int64_t kMaxAdvanceMicroseconds = int64_t{36'500} * 86'400 * 1'000'000;

struct ParsedDuration {
  int64_t microseconds = 0;
  std::string error;  // empty when `text` is a duration; else why it is not
};

// A number, with decimals if need be, directly followed by ms, s, m, h or d: "90s", "1.5h".
ParsedDuration ParseDuration(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_DURATION_H_
