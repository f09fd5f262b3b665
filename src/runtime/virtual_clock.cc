#include "runtime/virtual_clock.h"

#include <algorithm>

namespace streplay {

void VirtualClock::Advance(int64_t microseconds) {
  const int64_t end = now_ + microseconds;
  while (!timers_.empty()) {
    auto next =
        std::min_element(timers_.begin(), timers_.end(), [](const Timer& a, const Timer& b) {
          return a.due != b.due ? a.due < b.due : a.id < b.id;
        });
    if (next->due >= end) break;
    Timer timer = std::move(*next);
    timers_.erase(next);
    now_ = timer.due;
    timer.fire();
  }
  now_ = end;
}

VirtualClock::TimerId VirtualClock::Start(int64_t delay, std::function<void()> fire) {
  timers_.push_back({++last_timer_, now_ + delay, std::move(fire)});
  return last_timer_;
}

void VirtualClock::Cancel(TimerId timer) {
  std::erase_if(timers_, [timer](const Timer& candidate) { return candidate.id == timer; });
}

}  // namespace streplay
