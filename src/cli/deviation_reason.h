// Why an implementation does not do as a profile says: the decision that explains it.
#ifndef STREPLAY_CLI_DEVIATION_REASON_H_
#define STREPLAY_CLI_DEVIATION_REASON_H_

#include <string>

#include "cli/conform_case.h"
#include "cli/environment.h"
#include "runtime/profile.h"

namespace streplay {

struct DeviationReason {
  std::string rule;
  std::string text;  // both answers to the decision, on one line; empty when none explains it
};

// A decision explains a failure when another answer to it makes the first difference go away; of
// several, the one that leaves the fewest. Decisions that matter only once others were made are
// found from the other profile's side. Where none explains it, the rule is the first that the
// scenario covers.
DeviationReason ExplainDeviation(const ConformResult& result, const Profile& profile,
                                 const Simulator& simulate);

}  // namespace streplay

#endif  // STREPLAY_CLI_DEVIATION_REASON_H_
