// Reading numbers from text as int("…") and float("…") do: surrounding whitespace, a sign, single
// underscores between digits, decimal digits of any script.
#ifndef STREPLAY_SCRIPT_NUMBER_TEXT_H_
#define STREPLAY_SCRIPT_NUMBER_TEXT_H_

#include <cstdint>
#include <string_view>

#include "script/plain_result.h"

namespace streplay::script {

// int(text, base): base 2 to 36, or 0 for the prefix's. A number outside 64 bits is kLimit.
PlainResult<int64_t> ParseInt(std::string_view text, int64_t base = 10);

// float(text).
PlainResult<double> ParseFloat(std::string_view text);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NUMBER_TEXT_H_
