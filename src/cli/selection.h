// Which of the scenarios of a command line a command works on. The options for it are declared
// here, once for all commands that have them.
//
// One kind of option is given several times: one of its values must fit. Several kinds: all of them
// must. What is left is cut into shards last.
#ifndef STREPLAY_CLI_SELECTION_H_
#define STREPLAY_CLI_SELECTION_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/corpus.h"
#include "cli/environment.h"
#include "cli/option_set.h"

namespace streplay {

// As typed.
struct Selection {
  std::optional<std::string> expression;  // cli/name_expression.h
  std::vector<std::string> tags;
  std::vector<std::string> rules;    // cli/rule_pattern.h
  std::optional<std::string> shard;  // cli/shard.h
  bool last_failed = false;          // cli/last_failed.h

  // One that equals `Selection()` leaves no scenario out.
  bool operator==(const Selection&) const = default;
};

// All of them; and their lines for the help.
void DeclareSelection(OptionSet& options, Selection& selection);
extern const std::string_view kSelectionHelp;

// The scenarios that `paths` mean, less those that the selection leaves out. A file that cannot be
// loaded stays whatever the expression, tags and rules say: its mistake must not go unseen. Without
// a scenario, `err` says why there is none, and `exit_code` is what the command ends with.
[[nodiscard]] std::optional<std::vector<CorpusFile>> ChooseScenarios(
    const std::vector<std::string>& paths, const std::optional<std::string>& golden_root,
    const Selection& selection, const Environment& environment, int& exit_code);

}  // namespace streplay

#endif  // STREPLAY_CLI_SELECTION_H_
