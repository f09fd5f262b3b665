// The rules that scenarios show: specs/rules.yaml, or the like beside another corpus.
#ifndef STREPLAY_SCENARIO_RULES_H_
#define STREPLAY_SCENARIO_RULES_H_

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "scenario/file_reader.h"

namespace streplay {

struct Rule {
  enum class Level {
    kMust,  // a deviation is a fault
    kMay,   // recommended or permitted
  };
  std::string id;
  Level level = Level::kMust;
  std::string source;  // the heading of the documentation that it comes from; may be empty
  std::string text;    // in one paragraph; may be empty
};

// The rules in the file at `path`, in its order; their ids are distinct. The file is a YAML list of
// maps (or a map whose `rules` is one), each with an `id` and perhaps `level` (must, may), `source`
// and `text`; what else they have is not read. Nothing when it cannot be read as such; then at
// least one error was appended.
[[nodiscard]] std::optional<std::vector<Rule>> LoadRules(const std::string& path,
                                                         const FileReader& files,
                                                         Diagnostics& diagnostics);

// Only their ids, sorted.
[[nodiscard]] std::optional<std::vector<std::string>> LoadRuleIds(const std::string& path,
                                                                  const FileReader& files,
                                                                  Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_RULES_H_
