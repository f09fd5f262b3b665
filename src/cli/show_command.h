// `streplay show`: what one scenario does, run by run.
#ifndef STREPLAY_CLI_SHOW_COMMAND_H_
#define STREPLAY_CLI_SHOW_COMMAND_H_

#include <optional>
#include <string>

#include "cli/environment.h"

namespace streplay {

enum class ShowFormat { kText, kTree, kJsonl };

struct ShowOptions {
  std::string path;
  std::string profile;         // empty: the scenario's first
  std::optional<size_t> step;  // 1-based; only what this step did
  ShowFormat format = ShowFormat::kText;
  bool has_colour = false;
};

int RunShow(const ShowOptions& options, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_SHOW_COMMAND_H_
