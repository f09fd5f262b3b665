// `expect`: what a scenario asserts about the last run.
#ifndef STREPLAY_SCENARIO_EXPECTATION_READER_H_
#define STREPLAY_SCENARIO_EXPECTATION_READER_H_

#include <optional>
#include <string>
#include <vector>

#include "scenario/expectation.h"
#include "scenario/load_context.h"
#include "scenario/yaml_node.h"

namespace streplay {

// `node` is the value of the `expect` step; `profiles` are the scenario's own. An expectation that
// could never fail is an error.
std::optional<Expectation> ReadExpectation(const YamlNode& node,
                                           const std::vector<std::string>& profiles,
                                           LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_EXPECTATION_READER_H_
