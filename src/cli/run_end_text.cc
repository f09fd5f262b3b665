#include "cli/run_end_text.h"

namespace streplay {

std::string RunEndText(const RunOutcome& run) {
  std::string text(RunStatusName(run.status));
  if (!run.limit.empty()) text += ": " + run.limit;
  if (run.failed_at.source) {
    text += " at " + run.failed_at.source->name() + ":" + std::to_string(run.failed_at.begin.line);
  }
  return text;
}

}  // namespace streplay
