// A user's mistake as plain data. Functions that can find one append it to a Diagnostics& and
// return std::optional; they recover and report several. One formatter prints them
// (base/diagnostic_formatter.h).
#ifndef STREPLAY_BASE_DIAGNOSTIC_H_
#define STREPLAY_BASE_DIAGNOSTIC_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace streplay {

enum class Severity { kError, kWarning, kNote };

// "error", "warning", "note".
std::string_view SeverityName(Severity severity);

struct Diagnostic {
  Severity severity = Severity::kError;
  SourceRange range;
  std::string message;  // one sentence without a full stop; no line breaks
  std::string hint;     // what to do about it; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

inline void AddError(Diagnostics& diagnostics, SourceRange range, std::string message,
                     std::string hint = {}) {
  diagnostics.push_back({Severity::kError, std::move(range), std::move(message), std::move(hint)});
}

}  // namespace streplay

#endif  // STREPLAY_BASE_DIAGNOSTIC_H_
