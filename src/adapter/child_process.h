// A LineProgram that is a process: started by the shell in a process group of its own, so that all
// that it starts can be ended with it.
#ifndef STREPLAY_ADAPTER_CHILD_PROCESS_H_
#define STREPLAY_ADAPTER_CHILD_PROCESS_H_

#include <cstddef>
#include <memory>
#include <string>

#include "adapter/line_program.h"

namespace streplay {

struct ChildLimits {
  size_t max_line_bytes = size_t{64} << 20;
  size_t max_error_bytes = size_t{32} << 10;  // kept of the standard error
};

// Runs `command` by `/bin/sh -c`. Null when no process can be made; a command that the shell does
// not find is a process that ends with exit code 127.
std::unique_ptr<LineProgram> StartChildProcess(const std::string& command,
                                               const ChildLimits& limits, std::string& error);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_CHILD_PROCESS_H_
