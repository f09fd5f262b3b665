#include "cli/check_exit_code.h"

namespace streplay {

ExitCode ExitCodeOf(const Totals& totals) {
  if (totals.Of(CheckOutcome::kInvalid) > 0 || totals.Of(CheckOutcome::kError) > 0 ||
      !totals.obsolete.error.empty()) {
    return kExitInvalid;
  }
  if (totals.Of(CheckOutcome::kFail) > 0 || totals.Of(CheckOutcome::kMissing) > 0 ||
      totals.obsolete.fails()) {
    return kExitDifferent;
  }
  bool any = totals.Of(CheckOutcome::kPass) + totals.Of(CheckOutcome::kUpdated) > 0;
  return any ? kExitGood : kExitNothingRan;
}

}  // namespace streplay
