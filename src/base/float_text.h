// The canonical text of a floating-point number: Python's repr, which streams use too.
#ifndef STREPLAY_BASE_FLOAT_TEXT_H_
#define STREPLAY_BASE_FLOAT_TEXT_H_

#include <string>

namespace streplay {

// The shortest text that reads back as the same number: "1.0", "0.1", "1e+16", "-0.0", "inf",
// "nan".
std::string FloatText(double value);

}  // namespace streplay

#endif  // STREPLAY_BASE_FLOAT_TEXT_H_
