#include "runtime/entry_order.h"

#include <cmath>

#include "base/check.h"

namespace streplay {

TimedEntry::~TimedEntry() {
  if (order_ != nullptr) order_->Remove(*this);
}

EntryOrder::EntryOrder(double ttl, double max_entries)
    : ttl_(ttl),
      max_entries_(max_entries),
      by_use_{&TimedEntry::by_use_, !std::isinf(max_entries)},
      by_age_{&TimedEntry::by_age_, !std::isinf(ttl)} {
}

EntryOrder::~EntryOrder() {
  STREPLAY_CHECK(count_ == 0);
}

EntryOrder::Displaced EntryOrder::Put(TimedEntry& entry, double now) {
  Displaced displaced;
  while (by_age_.first != nullptr && IsExpired(*by_age_.first, now)) {
    TimedEntry* expired = by_age_.first;
    Remove(*expired);
    if (expired != &entry) displaced.expired.push_back(expired);
  }
  const bool is_new = entry.order_ == nullptr;
  if (!is_new) Remove(entry);
  while (is_new && static_cast<double>(count_ + 1) > max_entries_) {
    displaced.evicted.push_back(by_use_.first);
    Remove(*by_use_.first);
  }
  entry.expires_ = now + ttl_;
  entry.order_ = this;
  ++count_;
  by_use_.Append(entry);
  by_age_.Append(entry);
  return displaced;
}

void EntryOrder::Use(TimedEntry& entry) {
  by_use_.Remove(entry);
  by_use_.Append(entry);
}

void EntryOrder::Remove(TimedEntry& entry) {
  by_use_.Remove(entry);
  by_age_.Remove(entry);
  entry.order_ = nullptr;
  --count_;
}

void EntryOrder::Chain::Append(TimedEntry& entry) {
  if (!is_kept) return;
  entry.*links = {last, nullptr};
  (last != nullptr ? (last->*links).next : first) = &entry;
  last = &entry;
}

void EntryOrder::Chain::Remove(TimedEntry& entry) {
  if (!is_kept) return;
  const TimedEntry::Links& own = entry.*links;
  (own.previous != nullptr ? (own.previous->*links).next : first) = own.next;
  (own.next != nullptr ? (own.next->*links).previous : last) = own.previous;
}

}  // namespace streplay
