// A WatchHost whose ticks do what a test says. A file's stamp is its text.
#ifndef STREPLAY_TESTS_SUPPORT_SCRIPTED_WATCH_HOST_H_
#define STREPLAY_TESTS_SUPPORT_SCRIPTED_WATCH_HOST_H_

#include <functional>
#include <string>
#include <vector>

#include "cli/watch_host.h"
#include "support/memory_file_system.h"

namespace streplay {

class ScriptedWatchHost : public WatchHost {
 public:
  // One event a wait; after the last the watch ends.
  ScriptedWatchHost(const MemoryFileSystem& files,
                    const std::vector<std::function<WatchEvent()>>& events)
      : files_(files), events_(events) {}

  std::optional<FileStamp> Stamp(const std::string& path) override {
    if (files_.Inspect(path) == PathKind::kMissing) return std::nullopt;
    return FileStamp{0, 0, std::hash<std::string>()(files_.Text(path))};
  }

  WatchEvent Wait() override {
    return next_ < events_.size() ? events_[next_++]() : WatchEvent::kEnd;
  }

 private:
  const MemoryFileSystem& files_;
  const std::vector<std::function<WatchEvent()>>& events_;
  size_t next_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_SCRIPTED_WATCH_HOST_H_
