// Where one scenario's streams part under two profiles, and which decisions do it.
#ifndef STREPLAY_CLI_COMPARE_SCENARIO_H_
#define STREPLAY_CLI_COMPARE_SCENARIO_H_

#include <cstddef>
#include <vector>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "golden/difference.h"
#include "runtime/profile.h"
#include "scenario/scenario.h"

namespace streplay {

struct TouchedPoint {
  size_t point = 0;                     // its index in AllDecisionPoints()
  std::vector<Difference> differences;  // what this decision alone changes; never empty
};

struct ScenarioParting {
  bool parts = false;
  std::vector<TouchedPoint> touched;  // in the order of the points; none unless it parts
  Diagnostics diagnostics;  // with an error: the scenario cannot happen under one of the profiles
};

// A decision point is touched when giving the first profile the second's answer to it changes the
// stream, or giving the second profile the first's does.
ScenarioParting CompareScenario(const Scenario& scenario, const Profile& first,
                                const Profile& second, const Simulator& simulate);

}  // namespace streplay

#endif  // STREPLAY_CLI_COMPARE_SCENARIO_H_
