// `streplay check`: runs every scenario and compares what it shows with its goldens.
#ifndef STREPLAY_CLI_CHECK_COMMAND_H_
#define STREPLAY_CLI_CHECK_COMMAND_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "golden/golden_verdict.h"

namespace streplay {

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> profiles;  // empty: those of each scenario
  std::optional<UpdateMode> update;
  std::optional<std::string> golden_root;
  size_t jobs = 1;  // never 0
  bool verbose = false;
  bool has_colour = false;
};

int RunCheck(const CheckOptions& options, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_CHECK_COMMAND_H_
