// The one way diagnostics are printed:
//
//     file.yaml:3:5: error: unknown key `step`
//       3 |     step:
//         |     ^~~~
//         = did you mean `steps`?
//
// Control characters of the source never reach the output raw, long lines are cut around the caret,
// and wide characters keep the caret aligned.
#ifndef STREPLAY_BASE_DIAGNOSTIC_FORMATTER_H_
#define STREPLAY_BASE_DIAGNOSTIC_FORMATTER_H_

#include <string>

#include "base/diagnostic.h"

namespace streplay {

// Ends with a line break.
std::string FormatDiagnostic(const Diagnostic& diagnostic);

// All of them in the order given.
std::string FormatDiagnostics(const Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_BASE_DIAGNOSTIC_FORMATTER_H_
