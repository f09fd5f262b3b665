// The decimal text of a float at a given precision, as the `e`, `f`, `g` and repr presentations
// need it. Rounding is exact: the decimal expansion of the binary number, ties to even.
#ifndef STREPLAY_SCRIPT_FLOAT_DIGITS_H_
#define STREPLAY_SCRIPT_FLOAT_DIGITS_H_

#include <string>

namespace streplay::script {

struct FloatLayout {
  char type = 'r';            // 'e', 'f', 'g', or 'r' for the shortest text that reads back
  int precision = 0;          // not used by 'r'
  bool alternate = false;     // keep the point and, for 'g', trailing zeros
  bool add_dot_zero = false;  // for 'g': a whole number gets ".0" ("1.0"); 'r' always does so
  bool upper_case = false;    // "1E+10", "INF", "NAN"
};

// With a leading '-' for negative numbers and negative zero; "inf" and "nan" ("nan" has no sign).
std::string FloatDigits(double value, const FloatLayout& layout);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_FLOAT_DIGITS_H_
