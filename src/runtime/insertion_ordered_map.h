// A map from text that is iterated in the order in which its keys came, as a Python dict: a key
// that is set again keeps its place.
#ifndef STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_
#define STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_

#include <list>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace streplay {

template <typename T>
class InsertionOrderedMap {
 public:
  using Entry = std::pair<const std::string, T>;

  // Null when there is no such key.
  T* Find(const std::string& key) {
    auto found = index_.find(key);
    return found == index_.end() ? nullptr : &found->second->second;
  }
  const T* Find(const std::string& key) const {
    auto found = index_.find(key);
    return found == index_.end() ? nullptr : &found->second->second;
  }
  bool Contains(const std::string& key) const { return index_.contains(key); }

  void Set(const std::string& key, T value) {
    auto [found, is_new] = index_.try_emplace(key);
    if (is_new) {
      entries_.emplace_back(key, std::move(value));
      found->second = std::prev(entries_.end());
    } else {
      found->second->second = std::move(value);
    }
  }

  bool Erase(const std::string& key) {
    auto found = index_.find(key);
    if (found == index_.end()) return false;
    entries_.erase(found->second);
    index_.erase(found);
    return true;
  }

  template <typename Predicate>
  void EraseIf(Predicate goes) {
    for (auto entry = entries_.begin(); entry != entries_.end();) {
      if (goes(*entry)) {
        index_.erase(entry->first);
        entry = entries_.erase(entry);
      } else {
        ++entry;
      }
    }
  }

  void Clear() {
    index_.clear();
    entries_.clear();
  }

  size_t size() const { return entries_.size(); }
  std::vector<std::string> Keys() const {
    std::vector<std::string> keys;
    keys.reserve(entries_.size());
    for (const Entry& entry : entries_) keys.push_back(entry.first);
    return keys;
  }

  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

 private:
  std::list<Entry> entries_;
  std::map<std::string, typename std::list<Entry>::iterator> index_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_
