// The command line that a shell gets, so that it does not stay around as the program's parent.
#ifndef STREPLAY_ADAPTER_SHELL_COMMAND_H_
#define STREPLAY_ADAPTER_SHELL_COMMAND_H_

#include <string>

namespace streplay {

// `A=1 exec program` for `A=1 program`. As it is when it is more than one simple command: then the
// shell stays, and tells of a program's signal by an exit code only.
std::string ReplacingShell(const std::string& command);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_SHELL_COMMAND_H_
