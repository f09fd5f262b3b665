// The scenarios that `smoke` brings along: one for each thing that the protocol lets a case do.
// Both profiles agree on all of them.
#ifndef STREPLAY_CLI_SMOKE_SCENARIOS_H_
#define STREPLAY_CLI_SMOKE_SCENARIOS_H_

#include <span>
#include <string_view>

#include "scenario/scenario.h"

namespace streplay {

struct SmokeScenario {
  std::string_view name;  // what it checks: "shows elements in their order"
  std::string_view text;  // a scenario file's
};

std::span<const SmokeScenario> SmokeScenarios();

// The scenario of a text that is part of the program.
Scenario LoadSmokeScenario(std::string_view name, std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_CLI_SMOKE_SCENARIOS_H_
