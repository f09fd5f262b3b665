// Functions that CPython has and the subset leaves out, as entries of native tables: calling one
// ends the run and names it, so that a script never sees another answer than CPython's.
//
//     {"localtime", "*args, **kwargs", &RefusedFunction<"time.localtime()">},
#ifndef STREPLAY_SCRIPT_REFUSED_FUNCTION_H_
#define STREPLAY_SCRIPT_REFUSED_FUNCTION_H_

#include <algorithm>
#include <span>
#include <string>

#include "script/interpreter.h"

namespace streplay::script {

// A text as a template argument.
template <size_t kSize>
struct FixedText {
  constexpr FixedText(const char (&text)[kSize]) {
    std::copy_n(text, kSize, characters);
  }  // NOLINT

  char characters[kSize] = {};
};

inline constexpr std::string_view kAnyArguments = "*args, **kwargs";

template <FixedText kName>
Value RefusedFunction(Interpreter& interpreter, std::span<const Value>) {
  return interpreter.EndWithLimit(std::string(kName.characters) +
                                  " is not supported in scenario scripts");
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_REFUSED_FUNCTION_H_
