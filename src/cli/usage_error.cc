#include "cli/usage_error.h"

#include "base/nearest_name.h"
#include "base/utf8.h"
#include "cli/exit_code.h"

namespace streplay {

int UsageError(const std::string& message, const std::string& hint,
               const Environment& environment) {
  environment.err << "streplay: " << EscapeControls(message) << "\n";
  if (!hint.empty()) environment.err << "  = " << EscapeControls(hint) << "\n";
  return kExitInvalid;
}

std::string DidYouMean(std::string_view word, const std::vector<std::string>& known) {
  std::vector<std::string_view> candidates(known.begin(), known.end());
  auto nearest = NearestName(word, candidates);
  return nearest ? "did you mean `" + std::string(*nearest) + "`?" : "";
}

}  // namespace streplay
