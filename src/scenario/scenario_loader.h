// Reads a scenario file and checks everything that can be known without running it. One pass
// reports several mistakes, each where it stands (scenario-format.md, Bad input).
#ifndef STREPLAY_SCENARIO_SCENARIO_LOADER_H_
#define STREPLAY_SCENARIO_SCENARIO_LOADER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/file_reader.h"
#include "scenario/scenario.h"

namespace streplay {

struct LoadOptions {
  std::vector<std::string> rule_ids;       // sorted; empty: `covers` is not checked
  std::vector<std::string> element_types;  // sorted, with block types; empty: not checked
  size_t max_file_bytes = size_t{16} << 20;
  int max_script_nesting = 100;
};

// Nothing when the file is not a valid scenario; then at least one error was appended. Diagnostics
// are appended in the order of the file.
[[nodiscard]] std::optional<Scenario> LoadScenario(const std::string& path, const FileReader& files,
                                                   const LoadOptions& options,
                                                   Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCENARIO_LOADER_H_
