// The pool lives as long as the process, which does not take it down.
#include "runtime/machine_pool.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace streplay {
namespace {

thread_local const Machine* last_used = nullptr;  // only compared

class MachinePool {
 public:
  static MachinePool& Instance() {
    static MachinePool& pool = *new MachinePool;
    return pool;
  }

  std::unique_ptr<Machine> Take() {
    {
      std::lock_guard lock(mutex_);
      if (!waiting_.empty()) {
        // The thread's last one has the programs of its last scenario, and its memory is near.
        auto last = std::find_if(waiting_.begin(), waiting_.end() - 1,
                                 [](const auto& machine) { return machine.get() == last_used; });
        std::swap(*last, waiting_.back());
        std::unique_ptr<Machine> machine = std::move(waiting_.back());
        waiting_.pop_back();
        return machine;
      }
    }
    return std::make_unique<Machine>();
  }

  void GiveBack(std::unique_ptr<Machine> machine) {
    if (!machine->Reset()) return;
    last_used = machine.get();
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(machine));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Machine>> waiting_;  // at most one a thread
};

}  // namespace

MachineLease::MachineLease() : machine_(MachinePool::Instance().Take()) {
}

MachineLease::~MachineLease() {
  MachinePool::Instance().GiveBack(std::move(machine_));
}

}  // namespace streplay
