// A map from text that is iterated in the order in which its keys came, as a Python dict: a key
// that is set again keeps its place.
//
// Few entries are searched one by one, which needs no index; most pages have few widgets. What is
// erased leaves a gap, closed when there are many.
#ifndef STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_
#define STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_

#include <cstddef>
#include <utility>
#include <vector>

#include "runtime/hash_index.h"
#include "runtime/shared_text.h"

namespace streplay {

template <typename T>
class InsertionOrderedMap {
 public:
  struct Entry {
    SharedText first;  // the key; without text: a gap
    T second;
  };

  // Goes over the entries and past the gaps. Invalid once the map has changed.
  template <typename E>
  class Iterator {
   public:
    Iterator(E* at, E* end) : at_(at), end_(end) { SkipGaps(); }
    E& operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      SkipGaps();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void SkipGaps() {
      while (at_ != end_ && !at_->first.has_text()) ++at_;
    }
    E* at_;
    E* end_;
  };

  // Null when there is no such key. Valid until the map changes.
  T* Find(const SharedText& key) {
    const size_t place = PlaceOf(key);
    return place == kNowhere ? nullptr : &entries_[place].second;
  }
  const T* Find(const SharedText& key) const {
    const size_t place = PlaceOf(key);
    return place == kNowhere ? nullptr : &entries_[place].second;
  }
  bool Contains(const SharedText& key) const { return PlaceOf(key) != kNowhere; }

  void Set(const SharedText& key, T value) {
    const size_t place = PlaceOf(key);
    if (place == kNowhere) {
      Append(key, std::move(value));
    } else {
      entries_[place].second = std::move(value);
    }
  }

  // False, and nothing is changed, when the key is there.
  bool Insert(const SharedText& key, T value) {
    if (Contains(key)) return false;
    Append(key, std::move(value));
    return true;
  }

  bool Erase(const SharedText& key) {
    const size_t place = PlaceOf(key);
    if (place == kNowhere) return false;
    MakeGap(entries_[place]);
    CloseGaps();
    return true;
  }

  template <typename Predicate>
  void EraseIf(Predicate goes) {
    for (Entry& entry : entries_) {
      if (entry.first.has_text() && goes(entry)) MakeGap(entry);
    }
    CloseGaps();
  }

  void Clear() {
    index_.Clear();
    entries_.clear();
    gaps_ = 0;
  }

  size_t size() const { return entries_.size() - gaps_; }
  std::vector<SharedText> Keys() const {
    std::vector<SharedText> keys;
    keys.reserve(size());
    for (const Entry& entry : *this) keys.push_back(entry.first);
    return keys;
  }

  auto begin() { return Iterator<Entry>(entries_.data(), End()); }
  auto end() { return Iterator<Entry>(End(), End()); }
  auto begin() const { return Iterator<const Entry>(entries_.data(), End()); }
  auto end() const { return Iterator<const Entry>(End(), End()); }

 private:
  static constexpr size_t kNowhere = HashIndex::kNowhere;
  static constexpr size_t kFew = 8;

  Entry* End() { return entries_.data() + entries_.size(); }
  const Entry* End() const { return entries_.data() + entries_.size(); }

  size_t PlaceOf(const SharedText& key) const {
    if (entries_.size() > kFew) {
      return index_.Find(key.hash(), [&](size_t place) { return entries_[place].first == key; });
    }
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].first == key) return i;
    }
    return kNowhere;
  }

  void Append(const SharedText& key, T value) {
    entries_.push_back({key, std::move(value)});
    if (entries_.size() == kFew + 1) {
      BuildIndex();
    } else if (entries_.size() > kFew) {
      index_.Add(key.hash(), entries_.size() - 1);
    }
  }

  void BuildIndex() {
    index_.Clear();
    if (entries_.size() <= kFew) return;
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].first.has_text()) index_.Add(entries_[i].first.hash(), i);
    }
  }

  void MakeGap(Entry& entry) {
    entry = Entry();
    ++gaps_;
  }

  void CloseGaps() {
    if (gaps_ * 2 <= entries_.size()) return;
    std::erase_if(entries_, [](const Entry& entry) { return !entry.first.has_text(); });
    gaps_ = 0;
    BuildIndex();
  }

  std::vector<Entry> entries_;
  HashIndex index_;  // of more than kFew entries
  size_t gaps_ = 0;
};

// A set of texts.
class SharedTextSet {
 public:
  // False when it is there already.
  bool Insert(const SharedText& text) { return texts_.Insert(text, {}); }
  bool Contains(const SharedText& text) const { return texts_.Contains(text); }

 private:
  struct Nothing {};
  InsertionOrderedMap<Nothing> texts_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_INSERTION_ORDERED_MAP_H_
