// `steps`: what happens to the script, one thing at a time.
#ifndef STREPLAY_SCENARIO_STEP_READER_H_
#define STREPLAY_SCENARIO_STEP_READER_H_

#include <optional>
#include <string>
#include <vector>

#include "scenario/load_context.h"
#include "scenario/step.h"
#include "scenario/timeline.h"
#include "scenario/yaml_node.h"

namespace streplay {

// `node` is the value of `steps`, `profiles` are the scenario's own, `source` is its source unless
// that has a mistake. Steps with a mistake are left out; after one, what depends on the steps
// before (an open session, a run to assert on) is no longer checked.
std::vector<Step> ReadSteps(const YamlNode& node, const std::vector<std::string>& profiles,
                            std::optional<SourceParts> source, LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_STEP_READER_H_
