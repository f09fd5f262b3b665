#include "runtime/simulation.h"

#include "runtime/stepwise_simulation.h"

namespace streplay {
namespace {

Outcome TakeAllSteps(const Scenario& scenario, const Profile& profile, bool has_witness) {
  StepwiseSimulation simulation(scenario, profile, has_witness);
  for (size_t i = 0; i < scenario.steps.size(); ++i) {
    if (!simulation.Take(scenario.steps[i], i)) break;
  }
  return simulation.TakeOutcome();
}

}  // namespace

WidgetValuesPtr NoWidgetValues() {
  static const WidgetValuesPtr kNone = std::make_shared<const WidgetValues>();
  return kNone;
}

Outcome Simulate(const Scenario& scenario, const Profile& profile) {
  return TakeAllSteps(scenario, profile, false);
}

Outcome SimulateWithEvidence(const Scenario& scenario, const Profile& profile) {
  return TakeAllSteps(scenario, profile, true);
}

}  // namespace streplay
