// Blocks of growing size; a request larger than a block gets a block of its own.
#include "script/ast_arena.h"

#include <algorithm>

namespace streplay::script {
namespace {

constexpr size_t kFirstBlockBytes = 4096;
constexpr size_t kLargestBlockBytes = 64 * 1024;

}  // namespace

std::string_view AstArena::CopyText(std::string_view text) {
  std::span<const char> copy = Copy(std::span<const char>(text.data(), text.size()));
  return {copy.data(), copy.size()};
}

void* AstArena::Allocate(size_t size, size_t alignment) {
  auto misaligned = reinterpret_cast<uintptr_t>(free_) % alignment;
  size_t padding = misaligned == 0 ? 0 : alignment - misaligned;
  if (static_cast<size_t>(end_ - free_) < size + padding) {
    size_t grown = kFirstBlockBytes << std::min<size_t>(blocks_.size(), 4);
    size_t bytes = std::max(size, std::min(grown, kLargestBlockBytes));
    // new[] of bytes is aligned for every fundamental type.
    blocks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[bytes]));
    free_ = blocks_.back().get();
    end_ = free_ + bytes;
    padding = 0;
  }
  std::byte* place = free_ + padding;
  free_ = place + size;
  return place;
}

}  // namespace streplay::script
