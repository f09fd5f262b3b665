#include "script/native_stack.h"

#include <pthread.h>

#include "base/check.h"

namespace streplay::script {

namespace {

// What one call of a script, with all nesting that the parser allows, may need at most.
constexpr size_t kReserve = size_t{768} << 10;
// Only reserved: pages are committed when they are touched.
constexpr size_t kLargeStack = size_t{512} << 20;

// A thread keeps its stack. Asking the system where the first thread's is reads a file: a tenth of
// a small simulation.
struct StackBounds {
  uintptr_t lowest = 0;
  uintptr_t highest = 0;
};

StackBounds AskForBounds() {
  pthread_attr_t attributes;
  STREPLAY_CHECK(pthread_getattr_np(pthread_self(), &attributes) == 0);
  void* lowest = nullptr;
  size_t size = 0;
  pthread_attr_getstack(&attributes, &lowest, &size);
  pthread_attr_destroy(&attributes);
  const auto begin = reinterpret_cast<uintptr_t>(lowest);
  return {begin + kReserve, begin + size};
}

void* RunFunction(void* argument) {
  (*static_cast<const std::function<void()>*>(argument))();
  return nullptr;
}

}  // namespace

bool NativeStackGuard::HasRoom() {
  auto here = reinterpret_cast<uintptr_t>(__builtin_frame_address(0));
  if (here >= lowest_ && here < highest_) return true;
  thread_local const StackBounds bounds = AskForBounds();
  lowest_ = bounds.lowest;
  highest_ = bounds.highest;
  return here >= lowest_ && here < highest_;
}

void RunOnLargeStack(const std::function<void()>& run) {
  pthread_attr_t attributes;
  STREPLAY_CHECK(pthread_attr_init(&attributes) == 0);
  STREPLAY_CHECK(pthread_attr_setstacksize(&attributes, kLargeStack) == 0);
  pthread_t thread;
  void* argument = const_cast<void*>(static_cast<const void*>(&run));
  STREPLAY_CHECK(pthread_create(&thread, &attributes, &RunFunction, argument) == 0);
  pthread_attr_destroy(&attributes);
  pthread_join(thread, nullptr);
}

}  // namespace streplay::script
