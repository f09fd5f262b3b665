// A process and all that it has started: one process group.
#ifndef STREPLAY_ADAPTER_PROCESS_GROUP_H_
#define STREPLAY_ADAPTER_PROCESS_GROUP_H_

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>

#include "adapter/file_descriptor.h"
#include "adapter/line_program.h"

namespace streplay {

// Our ends of the pipes to a process, all of them non-blocking.
struct Pipes {
  FileDescriptor to_input;
  FileDescriptor from_output;
  FileDescriptor from_errors;
};

// Owns the group: it is ended and its leader is reaped at the latest when the owner is gone. When
// we are ended by a signal (Ctrl-C), so are all groups: they are not in the terminal's own one.
class ProcessGroup {
 public:
  // Starts `/bin/sh -c command`; false, with the reason in `error`, when there can be no process.
  bool Start(const std::string& command, Pipes& pipes, std::string& error);

  ProcessGroup() = default;
  ProcessGroup(const ProcessGroup&) = delete;
  ProcessGroup& operator=(const ProcessGroup&) = delete;
  ~ProcessGroup() { End(); }

  // How the leader ended, or nothing while it lives. It stays unreaped, so that its number cannot
  // be given to another process before the group is ended.
  std::optional<ProgramEnd> Ended() const;

  // As Ended, but waits.
  std::optional<ProgramEnd> WaitUntilEnded(std::chrono::milliseconds limit) const;

  // Asks the group to end by SIGTERM, and a moment later makes it, by SIGKILL.
  void End();

 private:
  pid_t leader_ = -1;  // also the group's number; -1 when there is none
};

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_PROCESS_GROUP_H_
