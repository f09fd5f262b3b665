// The headings under which `show` and `explain` tell what a scenario does.
#ifndef STREPLAY_CLI_HEADINGS_H_
#define STREPLAY_CLI_HEADINGS_H_

#include <ostream>
#include <string>

#include "report/style.h"
#include "runtime/simulation.h"
#include "scenario/scenario.h"

namespace streplay {

// The title, then file and profile.
void PrintScenarioHeading(const Scenario& scenario, const Outcome& outcome, const Style& style,
                          std::ostream& out);

// "run 2 in session bob · interact: {…}  step 3, line 28", after an empty line.
void PrintRunHeading(const Scenario& scenario, const Outcome& outcome, const RunOutcome& run,
                     const Style& style, std::ostream& out);

// Likewise for a step that runs nothing: "clear: all  step 2, line 5".
void PrintStepHeading(const std::string& text, const Step& step, size_t step_index,
                      const Style& style, std::ostream& out);

}  // namespace streplay

#endif  // STREPLAY_CLI_HEADINGS_H_
