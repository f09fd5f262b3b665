// The WatchHost of the program: times of the disk, and standard input. A line of it (Enter) checks
// everything again; its end (Ctrl-D) and an interrupt (Ctrl-C) while waiting end the watch.
#ifndef STREPLAY_CLI_TERMINAL_WATCH_HOST_H_
#define STREPLAY_CLI_TERMINAL_WATCH_HOST_H_

#include "cli/watch_host.h"

namespace streplay {

class TerminalWatchHost : public WatchHost {
 public:
  std::optional<FileStamp> Stamp(const std::string& path) override;
  WatchEvent Wait() override;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_TERMINAL_WATCH_HOST_H_
