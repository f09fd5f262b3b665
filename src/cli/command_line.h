// The command line as a whole: finds the command, reads its options, runs it.
#ifndef STREPLAY_CLI_COMMAND_LINE_H_
#define STREPLAY_CLI_COMMAND_LINE_H_

#include "cli/environment.h"

namespace streplay {

inline constexpr const char* kVersion = "0.1.0";

// Returns the process's exit code (cli/exit_code.h). Mistakes of usage are explained on `err`.
int RunCommandLine(Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_COMMAND_LINE_H_
