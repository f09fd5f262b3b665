// A thousand faults of all kinds, from several threads at once: no case is lost, none gets another
// one's answer, and afterwards no process and no descriptor is left.
#include <sys/wait.h>

#include <atomic>
#include <cerrno>
#include <thread>
#include <vector>

#include "adapter/adapter_pool.h"
#include "adapter/fake_adapter.h"
#include "support/catch.h"

namespace streplay {
namespace {

using Kind = CaseAnswer::Kind;

struct Fault {
  const char* behaviour;
  Kind expected;
  size_t count;  // of a thousand; those that take their whole budget are few
};

constexpr Fault kFaults[] = {
    {"exit-0", Kind::kCrash, 130},
    {"exit-1", Kind::kCrash, 130},
    {"segv", Kind::kCrash, 130},
    {"kill", Kind::kCrash, 130},
    {"half-line-exit", Kind::kCrash, 100},
    {"grandchild", Kind::kCrash, 20},
    {"wrong-id", Kind::kProtocolError, 100},
    {"junk", Kind::kProtocolError, 100},
    {"bad-record", Kind::kProtocolError, 100},
    {"flood", Kind::kProtocolError, 20},
    {"close-output", Kind::kProtocolError, 6},
    {"hang", Kind::kTimeout, 14},
    {"late", Kind::kTimeout, 8},
    {"half-line-hang", Kind::kTimeout, 8},
    {"ignore-term", Kind::kTimeout, 4},
};
constexpr size_t kFaultCount = 1000;
constexpr size_t kThreads = 6;

// All faults, well mixed, each followed by a case that must pass.
std::vector<const Fault*> MixedFaults() {
  std::vector<const Fault*> faults;
  for (const Fault& fault : kFaults) faults.insert(faults.end(), fault.count, &fault);
  std::vector<const Fault*> mixed;
  constexpr size_t kStride = 387;  // has no divisor in common with a thousand
  for (size_t i = 0; i < faults.size(); ++i) mixed.push_back(faults[i * kStride % faults.size()]);
  return mixed;
}

TEST_CASE("after a thousand faults no case, process or descriptor is lost") {
  std::vector<const Fault*> faults = MixedFaults();
  REQUIRE(faults.size() == kFaultCount);
  size_t descriptors = OpenDescriptors();
  std::vector<Kind> got(faults.size());
  std::vector<Kind> got_after(faults.size(), Kind::kCrash);
  {
    std::chrono::milliseconds ample{20000}, budget{700};
    AdapterPool pool({FakeAdapterCommand(), ample, budget}, StartFake);
    std::atomic<size_t> next = 0;
    std::vector<std::thread> threads;
    for (size_t i = 0; i < kThreads; ++i) {
      threads.emplace_back([&] {
        for (size_t k = next++; k < faults.size(); k = next++) {
          got[k] = pool.Run(FakeCase(faults[k]->behaviour)).kind;
          got_after[k] = pool.Run(FakeCase("well")).kind;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    pool.Close();
  }
  for (size_t i = 0; i < faults.size(); ++i) {
    INFO(faults[i]->behaviour);
    CHECK(got[i] == faults[i]->expected);
    CHECK(got_after[i] == Kind::kStream);
  }
  CHECK(OpenDescriptors() == descriptors);
  CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
  CHECK(errno == ECHILD);
}

}  // namespace
}  // namespace streplay
