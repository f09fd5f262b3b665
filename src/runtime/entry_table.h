// A table of cache entries with a time to live and a greatest number of entries, as cachetools'
// TTLCache is: an entry expires at exactly its time of storing plus the time to live, the entry
// used least recently goes when the table is full, and reading uses an entry without renewing its
// time.
#ifndef STREPLAY_RUNTIME_ENTRY_TABLE_H_
#define STREPLAY_RUNTIME_ENTRY_TABLE_H_

#include <cstddef>
#include <iterator>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace streplay {

// Times and the time to live are on one scale, any; no store may be earlier than another one before
// it. Every operation but Clear and Keys takes the same time, however many entries there are.
template <typename T>
class EntryTable {
 public:
  // Infinity stands for no limit.
  EntryTable(double ttl, double max_entries) : ttl_(ttl), max_entries_(max_entries) {}
  EntryTable(const EntryTable&) = delete;
  EntryTable& operator=(const EntryTable&) = delete;

  // The entry, which counts as used now; null when there is none or it has expired.
  T* Use(const std::string& key, double now) {
    auto found = index_.find(key);
    if (found == index_.end() || IsExpired(*found->second, now)) return nullptr;
    entries_.splice(entries_.end(), entries_, found->second);
    return &found->second->value;
  }

  bool HasExpired(const std::string& key, double now) const {
    auto found = index_.find(key);
    return found != index_.end() && IsExpired(*found->second, now);
  }

  // When the entry expires, or has; nothing when there is none.
  std::optional<double> Expires(const std::string& key) const {
    auto found = index_.find(key);
    if (found == index_.end()) return std::nullopt;
    return found->second->expires;
  }

  // The keys of the entries that had to go.
  struct Displaced {
    std::vector<std::string> expired;
    std::vector<std::string> evicted;
  };

  // Stores an entry and renews its time. Expired entries are dropped, and then, when the table is
  // full, the entries used least recently. The table must be allowed to have entries at all
  // (max_entries >= 1).
  Displaced Put(const std::string& key, T value, double now) {
    Displaced displaced;
    DropExpired(key, now, displaced.expired);
    auto found = index_.find(key);
    if (found != index_.end()) {
      found->second->value = std::move(value);
      found->second->expires = now + ttl_;
      by_expiry_.splice(by_expiry_.end(), by_expiry_, found->second->in_expiry);
      entries_.splice(entries_.end(), entries_, found->second);
      return displaced;
    }
    while (static_cast<double>(entries_.size() + 1) > max_entries_) {
      displaced.evicted.push_back(entries_.front().key);
      Drop(entries_.begin());
    }
    entries_.push_back({key, std::move(value), now + ttl_, {}});
    Position entry = std::prev(entries_.end());
    index_.emplace(entry->key, entry);
    by_expiry_.push_back(entry);
    entry->in_expiry = std::prev(by_expiry_.end());
    return displaced;
  }

  void Erase(const std::string& key) {
    auto found = index_.find(key);
    if (found != index_.end()) Drop(found->second);
  }

  void Clear() {
    index_.clear();
    by_expiry_.clear();
    entries_.clear();
  }

  bool Has(const std::string& key, double now) const {
    auto found = index_.find(key);
    return found != index_.end() && !IsExpired(*found->second, now);
  }

  // The keys of all entries, expired ones included, the one used least recently first.
  std::vector<std::string> Keys() const {
    std::vector<std::string> keys;
    for (const Entry& entry : entries_) keys.push_back(entry.key);
    return keys;
  }

 private:
  struct Entry;
  using Position = typename std::list<Entry>::iterator;

  struct Entry {
    std::string key;
    T value;
    double expires;
    typename std::list<Position>::iterator in_expiry;
  };

  static bool IsExpired(const Entry& entry, double now) { return now >= entry.expires; }

  void DropExpired(const std::string& key, double now, std::vector<std::string>& expired) {
    while (!by_expiry_.empty() && IsExpired(*by_expiry_.front(), now)) {
      Position entry = by_expiry_.front();
      if (entry->key != key) expired.push_back(entry->key);
      Drop(entry);
    }
  }

  void Drop(Position entry) {
    index_.erase(entry->key);
    by_expiry_.erase(entry->in_expiry);
    entries_.erase(entry);
  }

  double ttl_;
  double max_entries_;
  std::list<Entry> entries_;       // the one used least recently first
  std::list<Position> by_expiry_;  // the first to expire first: one ttl, so in the order of storing
  std::unordered_map<std::string_view, Position> index_;  // by the key in the entry
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ENTRY_TABLE_H_
