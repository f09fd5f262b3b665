// ValueStack: where the local variables and evaluated arguments of running functions live, so that
// a call allocates nothing. Slots never move while they are in use.
#ifndef STREPLAY_SCRIPT_VALUE_STACK_H_
#define STREPLAY_SCRIPT_VALUE_STACK_H_

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "script/value.h"

namespace streplay::script {

class ValueStack {
 public:
  // `count` empty values.
  std::span<Value> Push(size_t count);
  // Empties and gives back the slots of the last Push.
  void Pop(std::span<Value> slots);

 private:
  struct Chunk {
    std::unique_ptr<Value[]> values;
    size_t size = 0;
    size_t used = 0;
  };

  std::vector<Chunk> chunks_;
  size_t current_ = 0;  // chunks after it are unused
};

// Slots for as long as the scope lasts.
class StackSlots {
 public:
  StackSlots(ValueStack& stack, size_t count) : stack_(stack), slots_(stack.Push(count)) {}
  StackSlots(const StackSlots&) = delete;
  StackSlots& operator=(const StackSlots&) = delete;
  ~StackSlots() { stack_.Pop(slots_); }

  std::span<Value> span() const { return slots_; }
  Value& operator[](size_t index) const { return slots_[index]; }

 private:
  ValueStack& stack_;
  std::span<Value> slots_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_VALUE_STACK_H_
