#include "cli/program_command.h"

namespace streplay {

#define STREPLAY_COMMAND(Name) ProgramCommand Name##Command();
#include "cli/commands.def"
#undef STREPLAY_COMMAND

std::span<const ProgramCommand> ProgramCommands() {
#define STREPLAY_COMMAND(Name) Name##Command(),
  static const ProgramCommand kCommands[] = {
#include "cli/commands.def"
  };
#undef STREPLAY_COMMAND
  return kCommands;
}

}  // namespace streplay
