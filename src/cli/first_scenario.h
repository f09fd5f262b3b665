// What `init` puts into a folder: the texts of a first scenario and of a CI job.
#ifndef STREPLAY_CLI_FIRST_SCENARIO_H_
#define STREPLAY_CLI_FIRST_SCENARIO_H_

#include <string_view>

namespace streplay {

extern const std::string_view kFirstScenario;
extern const std::string_view kFirstWorkflow;  // for GitHub

}  // namespace streplay

#endif  // STREPLAY_CLI_FIRST_SCENARIO_H_
