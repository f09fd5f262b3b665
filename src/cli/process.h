// The command line bound to the machine: real files, the real terminal, the model.
#ifndef STREPLAY_CLI_PROCESS_H_
#define STREPLAY_CLI_PROCESS_H_

namespace streplay {

// What main() does. Returns the process's exit code.
int RunProcess(int argument_count, char** arguments);

}  // namespace streplay

#endif  // STREPLAY_CLI_PROCESS_H_
