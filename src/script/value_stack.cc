// Chunks of slots; a request that does not fit into the current chunk goes to the next one, of
// twice the size: most scripts need a few dozen slots, and to fill 4,096 was a tenth of a small
// simulation.
#include "script/value_stack.h"

#include <algorithm>

namespace streplay::script {

namespace {

constexpr size_t kFirstChunk = 128;
constexpr size_t kLargestChunk = 4096;

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
    size_t next = chunks_.empty() ? kFirstChunk : std::min(chunks_.back().size * 2, kLargestChunk);
    size_t size = std::max(count, next);
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
