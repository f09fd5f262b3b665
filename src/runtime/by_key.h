// Values by a key, in tables of one or of a million: each decision of a function has one, and so
// have the arguments of all its calls. The first value is kept in place, which saves a table where
// there is no other; those after it are found through a HashIndex, in two looks at the memory.
#ifndef STREPLAY_RUNTIME_BY_KEY_H_
#define STREPLAY_RUNTIME_BY_KEY_H_

#include <algorithm>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "runtime/hash_index.h"

namespace streplay {

// Values stay where they are until they are erased, and so do their keys.
template <typename T>
class ByKey {
 public:
  struct Item {
    std::string key;
    T value = T();
    bool is_there = false;
  };

  // Null when there is none.
  T* Find(const std::string& key) {
    Item* item = FindItem(key);
    return item == nullptr ? nullptr : &item->value;
  }
  const T* Find(const std::string& key) const { return const_cast<ByKey*>(this)->Find(key); }

  // The item with the key; made when there is none.
  Item& Open(const std::string& key) {
    if (Item* found = FindItem(key)) return *found;
    Item& item = first_.is_there ? Append(key) : first_;
    item.key = key;
    item.is_there = true;
    return item;
  }
  T& operator[](const std::string& key) { return Open(key).value; }

  void Erase(const std::string& key) {
    if (first_.is_there && key == first_.key) return Empty(first_);
    if (others_ == nullptr) return;
    const size_t hash = Hash(key);
    const size_t place = others_->PlaceOf(key, hash);
    if (place == HashIndex::kNowhere) return;
    others_->index.Remove(hash, place);
    others_->free.push_back(place);
    Empty(others_->items[place]);
  }

  void Clear() {
    Empty(first_);
    others_ = nullptr;
  }

  // Calls `visit(key, value)` for each, in the order of the keys: a table's own must not be seen.
  template <typename Visit>
  void ForEach(Visit visit) const {
    std::vector<const Item*> all;
    ForEachItem([&](const Item& item) { all.push_back(&item); });
    std::sort(all.begin(), all.end(), [](auto* a, auto* b) { return a->key < b->key; });
    for (const Item* item : all) visit(item->key, item->value);
  }

  // Calls `visit(value)` for each, in no order.
  template <typename Visit>
  void ForEachMutable(Visit visit) {
    ForEachItem([&](const Item& item) { visit(const_cast<Item&>(item).value); });
  }

  // The least key; there must be one.
  const std::string& FirstKey() const {
    const Item* least = nullptr;
    ForEachItem([&](const Item& item) {
      if (least == nullptr || item.key < least->key) least = &item;
    });
    return least->key;
  }

 private:
  struct Others {
    std::deque<Item> items;  // and gaps
    HashIndex index;
    std::vector<size_t> free;  // the gaps

    size_t PlaceOf(const std::string& key, size_t hash) const {
      return index.Find(hash, [&](size_t place) { return items[place].key == key; });
    }
  };

  static size_t Hash(const std::string& key) { return std::hash<std::string>()(key); }

  Item* FindItem(const std::string& key) {
    if (first_.is_there && key == first_.key) return &first_;
    if (others_ == nullptr) return nullptr;
    const size_t place = others_->PlaceOf(key, Hash(key));
    return place == HashIndex::kNowhere ? nullptr : &others_->items[place];
  }

  Item& Append(const std::string& key) {
    if (others_ == nullptr) others_ = std::make_unique<Others>();
    if (others_->free.empty()) {
      others_->free.push_back(others_->items.size());
      others_->items.emplace_back();
    }
    const size_t place = others_->free.back();
    others_->free.pop_back();
    others_->index.Add(Hash(key), place);
    return others_->items[place];
  }

  // A value may be of a kind that cannot be assigned.
  static void Empty(Item& item) {
    std::destroy_at(&item);
    std::construct_at(&item);
  }

  template <typename Visit>
  void ForEachItem(Visit visit) const {
    if (first_.is_there) visit(first_);
    if (others_ == nullptr) return;
    for (const Item& item : others_->items) {
      if (item.is_there) visit(item);
    }
  }

  Item first_;
  std::unique_ptr<Others> others_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_BY_KEY_H_
