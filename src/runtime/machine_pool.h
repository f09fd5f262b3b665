// Machines that wait for their next simulation. Making one and taking it down costs 400,000
// instructions, nearly all of them for the built-ins of its heap; making a used one as new costs a
// few for each value of the script.
#ifndef STREPLAY_RUNTIME_MACHINE_POOL_H_
#define STREPLAY_RUNTIME_MACHINE_POOL_H_

#include <memory>

#include "runtime/machine.h"

namespace streplay {

// A machine that nothing else uses, as new. It goes back when the lease ends; all Values of its
// heap must be gone then, but for those that its disk, its modules and its containers hold. Any
// thread.
class MachineLease {
 public:
  MachineLease();
  MachineLease(const MachineLease&) = delete;
  MachineLease& operator=(const MachineLease&) = delete;
  ~MachineLease();

  Machine& machine() const { return *machine_; }

 private:
  std::unique_ptr<Machine> machine_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_MACHINE_POOL_H_
