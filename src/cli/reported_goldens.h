// The goldens that the report of an earlier run proposes (specs/report-format.md).
#ifndef STREPLAY_CLI_REPORTED_GOLDENS_H_
#define STREPLAY_CLI_REPORTED_GOLDENS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/golden_acceptance.h"

namespace streplay {

// Those of the report at `report_path` whose golden's path ends in one of `suffixes` (all when
// there are none), below `golden_root` instead of where the report says, if it is given. A report
// comes from anywhere, so nothing of it is believed: nothing is returned, and `environment.err`
// says why, when it is no whole report, or for one of the goldens
// - the path does not fit its scenario and profile, or leads out of a folder `golden` below the
//   current one,
// - the text is no stream of that scenario and profile,
// - what lies there now is neither what the earlier run compared with nor what it got.
[[nodiscard]] std::optional<std::vector<GoldenAcceptance>> ReadReportedGoldens(
    const std::string& report_path, const std::vector<std::string>& suffixes,
    const std::optional<std::string>& golden_root, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_REPORTED_GOLDENS_H_
