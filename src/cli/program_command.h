// A command of the program: `streplay NAME …`. Each is one file, NAME_command.cc, that defines the
// function of its line in cli/commands.def.
#ifndef STREPLAY_CLI_PROGRAM_COMMAND_H_
#define STREPLAY_CLI_PROGRAM_COMMAND_H_

#include <functional>
#include <span>
#include <string_view>

#include "cli/environment.h"
#include "cli/option_set.h"

namespace streplay {

// Returns the process's exit code (cli/exit_code.h). `has_colour` is about what goes to
// `environment.out`.
using CommandRun = std::function<int(Environment& environment, bool has_colour)>;

struct ProgramCommand {
  std::string_view name;
  std::string_view usage;    // "show SCENARIO"
  std::string_view summary;  // a few words for the list of commands
  std::string_view help;     // all that `--help` says but for the lines that every command has

  // Declares the options; what it returns runs the command with them, and owns them.
  std::function<CommandRun(OptionSet& options, const Environment& environment)> declare;

  std::string_view shared_help = {};  // of options that it has in common with other commands
};

// All of them, in the order of cli/commands.def. `check` is the first.
std::span<const ProgramCommand> ProgramCommands();

}  // namespace streplay

#endif  // STREPLAY_CLI_PROGRAM_COMMAND_H_
