// What `--watch` needs of the machine: when files changed, and waiting. The program binds it to the
// disk and the terminal (cli/terminal_watch_host.h), tests to memory.
#ifndef STREPLAY_CLI_WATCH_HOST_H_
#define STREPLAY_CLI_WATCH_HOST_H_

#include <cstdint>
#include <optional>
#include <string>

namespace streplay {

// Differs when a file was written in between. Says nothing else.
struct FileStamp {
  int64_t time = 0;
  int64_t size = 0;
  uint64_t identity = 0;
  bool operator==(const FileStamp&) const = default;
};

enum class WatchEvent {
  kTick,    // time to look whether anything changed
  kRunAll,  // the user wants everything checked again
  kEnd,     // the user has had enough
};

class WatchHost {
 public:
  virtual ~WatchHost() = default;

  // Of what the path leads to; nothing when nothing is there.
  virtual std::optional<FileStamp> Stamp(const std::string& path) = 0;

  // Returns after a short while, or when the user wants something.
  virtual WatchEvent Wait() = 0;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_WATCH_HOST_H_
