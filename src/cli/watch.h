// `check --watch`: checks scenarios again when something that they depend on changes.
#ifndef STREPLAY_CLI_WATCH_H_
#define STREPLAY_CLI_WATCH_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/corpus.h"
#include "cli/environment.h"
#include "report/style.h"

namespace streplay {

struct WatchPlan {
  std::vector<std::string> paths;  // of the command line: for scenarios that are new
  std::optional<std::string> golden_root;
  Style style;

  // The scenarios of the first round, or of a later one; nothing when there are none, which has
  // been explained, and then `exit_code` says how that ends.
  std::function<std::optional<std::vector<CorpusFile>>(bool is_first, int& exit_code)> choose;
  // A round. Returns its exit code.
  std::function<int(const std::vector<CorpusFile>&)> check;
};

// Returns when the user has had enough: the exit code of the last round. At once when there is no
// scenario to begin with.
int Watch(const WatchPlan& plan, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_WATCH_H_
