// A bump arena: nodes and their lists are allocated one after the other and freed all at once. Only
// trivially destructible things go in.
#ifndef STREPLAY_SCRIPT_AST_ARENA_H_
#define STREPLAY_SCRIPT_AST_ARENA_H_

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace streplay::script {

class AstArena {
 public:
  AstArena() = default;
  AstArena(AstArena&&) = default;
  AstArena& operator=(AstArena&&) = default;

  template <class T, class... Args>
  T* New(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>);
    return new (Allocate(sizeof(T), alignof(T))) T(std::forward<Args>(args)...);
  }

  // A copy of `items` that lives as long as the arena.
  template <class T>
  std::span<const T> Copy(std::span<const T> items) {
    static_assert(std::is_trivially_destructible_v<T>);
    if (items.empty()) return {};
    T* copy = static_cast<T*>(Allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), copy);
    return {copy, items.size()};
  }
  template <class T>
  std::span<const T> Copy(const std::vector<T>& items) {
    return Copy(std::span<const T>(items));
  }

  std::string_view CopyText(std::string_view text);

 private:
  void* Allocate(size_t size, size_t alignment);

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* free_ = nullptr;
  std::byte* end_ = nullptr;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_ARENA_H_
