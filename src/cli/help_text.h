// What `--help` prints.
#ifndef STREPLAY_CLI_HELP_TEXT_H_
#define STREPLAY_CLI_HELP_TEXT_H_

#include <string>

#include "cli/program_command.h"

namespace streplay {

std::string ProgramHelp();
std::string CommandHelp(const ProgramCommand& command);

}  // namespace streplay

#endif  // STREPLAY_CLI_HELP_TEXT_H_
