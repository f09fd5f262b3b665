// Values by a key, of which there is mostly one: the first is kept in place, which saves a hash
// table for each of the entries of a cache, and the reader a walk through it.
#ifndef STREPLAY_RUNTIME_BY_KEY_H_
#define STREPLAY_RUNTIME_BY_KEY_H_

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace streplay {

// Values stay where they are until they are erased.
template <typename T>
class ByKey {
 public:
  // Null when there is none.
  T* Find(const std::string& key) {
    if (has_first_ && key == first_key_) return &first_;
    if (others_ == nullptr) return nullptr;
    auto found = others_->find(key);
    return found == others_->end() ? nullptr : &found->second;
  }
  const T* Find(const std::string& key) const { return const_cast<ByKey*>(this)->Find(key); }

  // The value; made when there is none.
  T& operator[](const std::string& key) {
    if (T* found = Find(key)) return *found;
    if (has_first_) {
      if (others_ == nullptr) others_ = std::make_unique<std::unordered_map<std::string, T>>();
      return (*others_)[key];
    }
    has_first_ = true;
    first_key_ = key;
    return first_;
  }

  void Erase(const std::string& key) {
    if (has_first_ && key == first_key_) {
      has_first_ = false;
      first_ = T();
    } else if (others_ != nullptr) {
      others_->erase(key);
    }
  }

  // Calls `visit(key, value)` for each, in the order of the keys: a table's own must not be seen.
  template <typename Visit>
  void ForEach(Visit visit) const {
    std::vector<std::pair<const std::string*, const T*>> all;
    if (has_first_) all.emplace_back(&first_key_, &first_);
    if (others_ != nullptr) {
      for (const auto& other : *others_) all.emplace_back(&other.first, &other.second);
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return *a.first < *b.first; });
    for (const auto& item : all) visit(*item.first, *item.second);
  }

  // Calls `visit(value)` for each, in no order.
  template <typename Visit>
  void ForEachMutable(Visit visit) {
    if (has_first_) visit(first_);
    if (others_ == nullptr) return;
    for (auto& other : *others_) visit(other.second);
  }

  // The least key; there must be one.
  const std::string& FirstKey() const {
    const std::string* least = nullptr;
    if (has_first_) least = &first_key_;
    if (others_ != nullptr) {
      for (const auto& other : *others_) {
        if (least == nullptr || other.first < *least) least = &other.first;
      }
    }
    return *least;
  }

 private:
  bool has_first_ = false;
  std::string first_key_;
  T first_;
  std::unique_ptr<std::unordered_map<std::string, T>> others_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_BY_KEY_H_
