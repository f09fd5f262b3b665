// The ids of specs/rules.yaml.
#ifndef STREPLAY_SCENARIO_RULES_H_
#define STREPLAY_SCENARIO_RULES_H_

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/file_reader.h"

namespace streplay {

// The ids of the rules in the file at `path`, sorted. The file is a YAML list of maps (or a map
// whose `rules` is one), each with an `id`. Nothing when it cannot be read as such; then at least
// one error was appended.
[[nodiscard]] std::optional<std::vector<std::string>> LoadRuleIds(const std::string& path,
                                                                  const FileReader& files,
                                                                  Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_RULES_H_
