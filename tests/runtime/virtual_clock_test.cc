#include "runtime/virtual_clock.h"

#include <string>

#include "support/catch.h"

namespace streplay {
namespace {

TEST_CASE("the clock starts at midnight of 2023-02-09 UTC and moves only when told") {
  VirtualClock clock;
  CHECK(clock.now() == 1'675'900'800'000'000);
  clock.Advance(1'500'000);
  CHECK(clock.now() == 1'675'900'801'500'000);
}

TEST_CASE("timers fire at their own time, in order, once the clock has moved past them") {
  VirtualClock clock;
  std::string fired;
  clock.Start(
      200, [&] { fired += "b" + std::to_string(clock.now() - VirtualClock::kStartMicroseconds); });
  clock.Start(
      100, [&] { fired += "a" + std::to_string(clock.now() - VirtualClock::kStartMicroseconds); });
  clock.Advance(100);
  CHECK(fired.empty());
  clock.Advance(1);
  CHECK(fired == "a100");
  clock.Advance(1000);
  CHECK(fired == "a100b200");
}

TEST_CASE("a cancelled timer does not fire") {
  VirtualClock clock;
  bool fired = false;
  auto timer = clock.Start(100, [&] { fired = true; });
  clock.Cancel(timer);
  clock.Advance(1000);
  CHECK(!fired);
}

}  // namespace
}  // namespace streplay
