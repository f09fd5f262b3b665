// A handler may touch nothing but lock-free atomics, so the groups lie in a table of fixed size.
#include "adapter/live_groups.h"

#include <array>
#include <atomic>
#include <csignal>
#include <mutex>

namespace streplay {
namespace {

constexpr size_t kMaxGroups = 2048;  // more than -j allows; those beyond are only not ended early

static_assert(std::atomic<pid_t>::is_always_lock_free);
std::array<std::atomic<pid_t>, kMaxGroups> live_groups;  // 0: free

void Replace(pid_t old_group, pid_t new_group) {
  for (std::atomic<pid_t>& place : live_groups) {
    pid_t expected = old_group;
    if (place.compare_exchange_strong(expected, new_group)) return;
  }
}

extern "C" void EndLiveGroups(int signal) {
  for (const std::atomic<pid_t>& place : live_groups) {
    pid_t group = place.load();
    if (group > 0) ::kill(-group, SIGKILL);
  }
  ::raise(signal);  // its handler is the default again
}

void InstallHandlers() {
  for (int signal : {SIGHUP, SIGINT, SIGTERM}) {
    struct sigaction present {};
    if (::sigaction(signal, nullptr, &present) != 0 || present.sa_handler != SIG_DFL) continue;
    struct sigaction action {};
    action.sa_handler = EndLiveGroups;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
    ::sigaction(signal, &action, nullptr);
  }
}

}  // namespace

void AddLiveGroup(pid_t group) {
  static std::once_flag installed;
  std::call_once(installed, InstallHandlers);
  Replace(0, group);
}

void RemoveLiveGroup(pid_t group) {
  Replace(group, 0);
}

}  // namespace streplay
