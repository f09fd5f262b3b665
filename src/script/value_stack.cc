// Chunks of slots; a request that does not fit into the current chunk goes to the next one.
#include "script/value_stack.h"

#include <algorithm>

namespace streplay::script {

namespace {

constexpr size_t kChunkSize = 4096;

}  // namespace

std::span<Value> ValueStack::Push(size_t count) {
  while (current_ < chunks_.size() && chunks_[current_].size - chunks_[current_].used < count) {
    if (chunks_[current_].used == 0) {
      // An unused chunk that is too small for this request: a larger one takes its place.
      chunks_[current_] = {std::make_unique<Value[]>(count), count, 0};
      break;
    }
    ++current_;
  }
  if (current_ == chunks_.size()) {
    size_t size = std::max(count, kChunkSize);
    chunks_.push_back({std::make_unique<Value[]>(size), size, 0});
  }
  Chunk& chunk = chunks_[current_];
  std::span<Value> slots(chunk.values.get() + chunk.used, count);
  chunk.used += count;
  return slots;
}

void ValueStack::Pop(std::span<Value> slots) {
  for (Value& slot : slots) slot = Value();
  chunks_[current_].used -= slots.size();
  while (current_ > 0 && chunks_[current_].used == 0) --current_;
}

}  // namespace streplay::script
