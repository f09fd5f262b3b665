#include "cli/headings.h"

#include "base/utf8.h"
#include "explore/step_text.h"

namespace streplay {

void PrintScenarioHeading(const Scenario& scenario, const Outcome& outcome, const Style& style,
                          std::ostream& out) {
  out << style.In(Colour::kBold, scenario.title) << "\n"
      << style.In(Colour::kDim, scenario.path + " · " + outcome.stream.profile) << "\n";
}

void PrintRunHeading(const Scenario& scenario, const Outcome& outcome, const RunOutcome& run,
                     const Style& style, std::ostream& out) {
  std::string title = "run " + std::to_string(run.run);
  const Step& step = scenario.steps[run.step_index];
  std::string cause = StepText(step);
  const auto* start = std::get_if<RunRecord>(&outcome.stream.records[run.first_record]);
  if (start != nullptr && start->session != kDefaultSession) {
    title += " in session " + start->session;
  }
  if (start != nullptr && start->cause == RunCause::kRerun) cause = "rerun by the script";
  out << "\n"
      << style.In(Colour::kBold, title) << " · " << EscapeControls(cause) << "  "
      << style.In(Colour::kDim, "step " + std::to_string(run.step_index + 1) + ", line " +
                                    std::to_string(step.range.begin.line))
      << "\n";
}

void PrintStepHeading(const std::string& text, const Step& step, size_t step_index,
                      const Style& style, std::ostream& out) {
  out << "\n"
      << EscapeControls(text) << "  "
      << style.In(Colour::kDim, "step " + std::to_string(step_index + 1) + ", line " +
                                    std::to_string(step.range.begin.line))
      << "\n";
}

}  // namespace streplay
