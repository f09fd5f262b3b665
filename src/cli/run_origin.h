// Which step caused a run.
#ifndef STREPLAY_CLI_RUN_ORIGIN_H_
#define STREPLAY_CLI_RUN_ORIGIN_H_

#include "report/result.h"
#include "runtime/simulation.h"
#include "scenario/scenario.h"

namespace streplay {

// The run of that number; null when the outcome has none.
const RunOutcome* FindRun(const Outcome& outcome, int number);

// Empty for a run that the outcome does not have.
RunOrigin OriginOfRun(int number, const Scenario& scenario, const Outcome& outcome);

}  // namespace streplay

#endif  // STREPLAY_CLI_RUN_ORIGIN_H_
