// Which numbers a browser can hold: it has no integers but those that a double holds exactly.
#ifndef STREPLAY_RUNTIME_JAVASCRIPT_NUMBER_H_
#define STREPLAY_RUNTIME_JAVASCRIPT_NUMBER_H_

#include <limits>

#include "script/value.h"

namespace streplay {

inline constexpr int64_t kMaxSafeInteger = (int64_t{1} << 53) - 1;

// Of an int (or bool) or float; NaN is one, the infinities are none.
inline bool IsJavaScriptNumber(const script::Value& number) {
  if (number.is_integral()) {
    return -kMaxSafeInteger <= number.as_int() && number.as_int() <= kMaxSafeInteger;
  }
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return number.as_float() != kInfinity && number.as_float() != -kInfinity;
}

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_JAVASCRIPT_NUMBER_H_
