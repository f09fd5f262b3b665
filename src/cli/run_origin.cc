#include "cli/run_origin.h"

#include <algorithm>

#include "explore/step_text.h"

namespace streplay {

const RunOutcome* FindRun(const Outcome& outcome, int number) {
  auto found = std::find_if(outcome.runs.begin(), outcome.runs.end(),
                            [number](const RunOutcome& run) { return run.run == number; });
  return found == outcome.runs.end() ? nullptr : &*found;
}

RunOrigin OriginOfRun(int number, const Scenario& scenario, const Outcome& outcome) {
  const RunOutcome* run = FindRun(outcome, number);
  if (run == nullptr) return {};
  const Step& step = scenario.steps[run->step_index];
  return {StepText(step), step.range};
}

}  // namespace streplay
