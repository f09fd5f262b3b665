// Which entries of a cache must go: those whose time to live is over, and of too many those used
// least recently, as cachetools' TTLCache has it. An entry expires at exactly its time of storing
// plus the time to live; using it does not renew its time.
//
// The entries belong to whoever finds them (entry_index.h) and carry their own links, so that
// neither keeping them in order nor dropping one needs a table of its own.
#ifndef STREPLAY_RUNTIME_ENTRY_ORDER_H_
#define STREPLAY_RUNTIME_ENTRY_ORDER_H_

#include <cstddef>
#include <vector>

namespace streplay {

class EntryOrder;

// What an entry derives from. Leaves its order when it is destroyed.
class TimedEntry {
 public:
  TimedEntry() = default;
  TimedEntry(const TimedEntry&) = delete;
  TimedEntry& operator=(const TimedEntry&) = delete;
  ~TimedEntry();

 private:
  friend class EntryOrder;
  struct Links {
    TimedEntry* previous = nullptr;
    TimedEntry* next = nullptr;
  };

  EntryOrder* order_ = nullptr;  // null: it is in none
  double expires_ = 0;
  Links by_use_;
  Links by_age_;
};

// Times and the time to live are on one scale, any; no store may be earlier than another one before
// it. Every operation takes the same time, however many entries there are.
class EntryOrder {
 public:
  // Infinity stands for no limit.
  EntryOrder(double ttl, double max_entries);
  EntryOrder(const EntryOrder&) = delete;
  EntryOrder& operator=(const EntryOrder&) = delete;
  // Its entries must be gone.
  ~EntryOrder();

  // Entries that had to go: no longer in the order, to be destroyed by their owner.
  struct Displaced {
    std::vector<TimedEntry*> expired;
    std::vector<TimedEntry*> evicted;
  };

  // Stores an entry, new or again, and renews its time. Expired entries go, and then, when there is
  // no room for a new one, the entries used least recently. There must be room for one at all
  // (max_entries >= 1).
  Displaced Put(TimedEntry& entry, double now);

  // The entry, which has not expired, counts as used now.
  void Use(TimedEntry& entry);

  bool IsExpired(const TimedEntry& entry, double now) const { return now >= entry.expires_; }
  // When the entry expires, or has.
  double Expires(const TimedEntry& entry) const { return entry.expires_; }

 private:
  friend class TimedEntry;

  // The entries in one of the two orders. What has no limit is not kept in order.
  struct Chain {
    TimedEntry::Links TimedEntry::*links;
    bool is_kept;
    TimedEntry* first = nullptr;
    TimedEntry* last = nullptr;

    void Append(TimedEntry& entry);
    void Remove(TimedEntry& entry);
  };

  void Remove(TimedEntry& entry);

  const double ttl_;
  const double max_entries_;
  size_t count_ = 0;
  Chain by_use_;  // the one used least recently first
  Chain by_age_;  // the first to expire first: one ttl, so in the order of storing
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ENTRY_ORDER_H_
