// The native stack: deep scripts need much of it, and must never run past its end.
#ifndef STREPLAY_SCRIPT_NATIVE_STACK_H_
#define STREPLAY_SCRIPT_NATIVE_STACK_H_

#include <cstdint>
#include <functional>

namespace streplay::script {

// Knows where the calling thread's stack ends.
class NativeStackGuard {
 public:
  // False when the stack is nearly used up. The thread may change between calls.
  bool HasRoom();

 private:
  uintptr_t lowest_ = 0;   // the lowest address that may still be used, and
  uintptr_t highest_ = 0;  // the end of the stack that it belongs to; 0: not yet known
};

// Calls `run` on a stack large enough for any script within the default limits (a thread of its
// own, waited for). Whoever runs scripts does so in here; elsewhere a deep script ends with a limit
// that depends on the machine's stack size.
void RunOnLargeStack(const std::function<void()>& run);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NATIVE_STACK_H_
