// Where in a vector the things with a hash stand: an open table of eight bytes a slot. A look goes
// to one place in memory and then to the vector; a table of nodes goes to five, of which none is in
// the processor's cache once there are some thousand things.
#ifndef STREPLAY_RUNTIME_HASH_INDEX_H_
#define STREPLAY_RUNTIME_HASH_INDEX_H_

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace streplay {

class HashIndex {
 public:
  static constexpr size_t kNowhere = SIZE_MAX;

  // The place with this hash for which `is_it(place)` is true; kNowhere when there is none.
  template <typename IsIt>
  size_t Find(size_t hash, IsIt is_it) const {
    if (slots_.empty()) return kNowhere;
    const auto tag = static_cast<uint32_t>(hash);
    for (size_t at = tag & Mask();; at = (at + 1) & Mask()) {
      const Slot& slot = slots_[at];
      if (slot.place == kFree) return kNowhere;
      if (slot.tag == tag && slot.place != kRemoved && is_it(slot.place)) return slot.place;
    }
  }

  // `place` is below 2^32 - 2. One at which nothing stands any more need not be removed, if `is_it`
  // is false for it.
  void Add(size_t hash, size_t place) {
    if ((used_ + 1) * 2 > slots_.size()) MakeRoom();
    Insert({static_cast<uint32_t>(hash), static_cast<uint32_t>(place)});
    ++used_;
    ++live_;
  }

  // It must be there.
  void Remove(size_t hash, size_t place) {
    size_t at = static_cast<uint32_t>(hash) & Mask();
    while (slots_[at].place != place) at = (at + 1) & Mask();
    slots_[at].place = kRemoved;
    --live_;
  }

  void Clear() {
    slots_.clear();
    used_ = live_ = 0;
  }

 private:
  static constexpr uint32_t kFree = UINT32_MAX;
  static constexpr uint32_t kRemoved = UINT32_MAX - 1;  // others may stand behind it
  static constexpr size_t kFewestSlots = 32;

  struct Slot {
    uint32_t tag = 0;  // of the hash, also when the table grows
    uint32_t place = kFree;
  };

  size_t Mask() const { return slots_.size() - 1; }

  void Insert(Slot slot) {
    size_t at = slot.tag & Mask();
    while (slots_[at].place != kFree) at = (at + 1) & Mask();
    slots_[at] = slot;
  }

  // Twice the room, unless much of it is taken by what was removed.
  void MakeRoom() {
    const std::vector<Slot> before = std::move(slots_);
    const bool grows = live_ * 4 > before.size();
    slots_.assign(before.empty() ? kFewestSlots : before.size() * (grows ? 2 : 1), Slot());
    for (const Slot& slot : before) {
      if (slot.place < kRemoved) Insert(slot);
    }
    used_ = live_;
  }

  std::vector<Slot> slots_;  // as many as a power of two, at most half of them used
  size_t used_ = 0;          // the removed ones count until there is room to be made
  size_t live_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_HASH_INDEX_H_
