// The virtual clock of a scenario, and what is due at a later time. It starts at 2023-02-09
// 00:00:00 UTC and moves when a script sleeps or a step advances it; a restart of the server does
// not reset it.
#ifndef STREPLAY_RUNTIME_VIRTUAL_CLOCK_H_
#define STREPLAY_RUNTIME_VIRTUAL_CLOCK_H_

#include <cstdint>
#include <functional>
#include <vector>

namespace streplay {

class VirtualClock {
 public:
  using TimerId = uint64_t;
  static constexpr int64_t kStartMicroseconds = 1'675'900'800'000'000;

  int64_t now() const { return now_; }  // microseconds since 1970-01-01 UTC

  // Moves forward; every timer that is due by then fires at its own time, in order of time and
  // then of age.
  void Advance(int64_t microseconds);

  // `fire` is called once when the clock has moved past `delay` microseconds from now.
  TimerId Start(int64_t delay, std::function<void()> fire);
  void Cancel(TimerId timer);
  void CancelAll() { timers_.clear(); }

 private:
  struct Timer {
    TimerId id;
    int64_t due;
    std::function<void()> fire;
  };

  int64_t now_ = kStartMicroseconds;
  TimerId last_timer_ = 0;
  std::vector<Timer> timers_;  // few at a time: one a running spinner
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_VIRTUAL_CLOCK_H_
