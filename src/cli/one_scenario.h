// The scenario of a command that takes a single one.
#ifndef STREPLAY_CLI_ONE_SCENARIO_H_
#define STREPLAY_CLI_ONE_SCENARIO_H_

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "cli/environment.h"
#include "scenario/scenario.h"

namespace streplay {

// The scenario of the file `path`. Nothing when it is a folder (`command` is named then), or cannot
// be loaded.
[[nodiscard]] std::optional<Scenario> LoadOneScenario(const std::string& path,
                                                      const std::string& command,
                                                      const Environment& environment,
                                                      Diagnostics& diagnostics);

// The profile to run it under: its first when `wanted` is empty. Nothing when it has not the one
// that is wanted.
[[nodiscard]] std::optional<std::string> ChooseProfile(const Scenario& scenario,
                                                       const std::string& wanted,
                                                       Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_CLI_ONE_SCENARIO_H_
