// poll() on standard input is the clock, too. Outside of it an interrupt ends the process as ever:
// a golden is the old or the new one at any moment.
#include "cli/terminal_watch_host.h"

#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>

namespace streplay {
namespace {

constexpr int kMillisecondsBetweenLooks = 200;

// An interrupt while this exists only ends a system call.
class InterruptGuard {
 public:
  InterruptGuard() {
    struct sigaction action {};
    action.sa_handler = [](int) {};
    ::sigaction(SIGINT, &action, &before_);
  }
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
  ~InterruptGuard() { ::sigaction(SIGINT, &before_, nullptr); }

 private:
  struct sigaction before_ {};
};

WatchEvent ReadInput() {
  char buffer[4096];
  ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
  if (count <= 0) return WatchEvent::kEnd;
  bool has_line = std::memchr(buffer, '\n', static_cast<size_t>(count)) != nullptr;
  return has_line ? WatchEvent::kRunAll : WatchEvent::kTick;
}

}  // namespace

std::optional<FileStamp> TerminalWatchHost::Stamp(const std::string& path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  constexpr int64_t kNanoseconds = 1'000'000'000;
  return FileStamp{status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec, status.st_size,
                   status.st_ino};
}

WatchEvent TerminalWatchHost::Wait() {
  InterruptGuard guard;
  pollfd input{STDIN_FILENO, POLLIN, 0};
  int ready = ::poll(&input, 1, kMillisecondsBetweenLooks);
  if (ready == 0) return WatchEvent::kTick;
  return ready < 0 ? WatchEvent::kEnd : ReadInput();
}

}  // namespace streplay
