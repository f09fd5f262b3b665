// The table is CPython's, because its order is what a script sees: a power-of-two number of slots,
// ten neighbouring slots probed before the hash is perturbed, growth at three fifths, removed items
// leave dummies until the next rebuild.
#include "script/set_object.h"

#include <algorithm>

#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/heap.h"
#include "script/iterator_objects.h"
#include "script/operations.h"

namespace streplay::script {
namespace {

constexpr size_t kSmallestTable = 8;
constexpr size_t kNeighbours = 9;
constexpr int kPerturbShift = 5;
constexpr size_t kLargeSet = 50'000;

size_t GrownSize(size_t used) {
  return used > kLargeSet ? used * 2 : used * 4;
}

// Walks the slots that may hold a hash, in CPython's order.
class Probe {
 public:
  Probe(int64_t hash, size_t mask)
      : perturb_(static_cast<uint64_t>(hash)), mask_(mask), base_(perturb_ & mask) {
    StartGroup();
  }

  size_t index() const { return base_ + offset_; }
  void Advance() {
    if (offset_ < last_offset_) {
      ++offset_;
      return;
    }
    perturb_ >>= kPerturbShift;
    base_ = (base_ * 5 + 1 + perturb_) & mask_;
    StartGroup();
  }

 private:
  void StartGroup() {
    offset_ = 0;
    last_offset_ = base_ + kNeighbours <= mask_ ? kNeighbours : 0;
  }

  uint64_t perturb_;
  size_t mask_;
  size_t base_;
  size_t offset_ = 0;
  size_t last_offset_ = 0;
};

class SetIterator : public IteratorObject {
 public:
  explicit SetIterator(const Ref<SetObject>& set)
      : IteratorObject(*set->heap().classes().set_iterator), set_(set), size_(set->size()) {}

  Value Next(Interpreter& interpreter) override {
    if (!set_) return {};
    if (set_->size() != size_) {
      size_ = ~size_t{0};  // goes on failing
      return interpreter.Raise(*interpreter.classes().runtime_error,
                               "Set changed size during iteration");
    }
    const Value* item = set_->NextItem(position_);
    if (item != nullptr) return *item;
    set_ = {};
    return {};
  }
  void Traverse(ReferenceVisitor& visitor) const override { visitor.Visit(set_); }
  void DropReferences() override { set_ = {}; }

 private:
  Ref<SetObject> set_;
  size_t size_;
  size_t position_ = 0;
};

// What a set is looked up as: itself, or the frozenset with a set's items. Empty on failure.
Value LookupKey(Interpreter& interpreter, const Value& item) {
  SetObject* set = AsSet(item);
  if (set == nullptr || set->is_frozen()) return item;
  Ref<SetObject> frozen = interpreter.heap().New<SetObject>(*interpreter.classes().frozenset);
  if (!frozen->Merge(interpreter, *set)) return {};
  return frozen;
}

}  // namespace

SetObject::SetObject(ClassObject& type)
    : ContainerObject(type, ObjectKind::kSet), slots_(kSmallestTable) {
}

bool SetObject::is_frozen() const {
  return &type() == heap().classes().frozenset;
}

void SetObject::Changed() {
  SetExtraBytes(slots_.capacity() * sizeof(Slot));
  NoteSize(used_);
}

std::optional<size_t> SetObject::FindSlot(Interpreter& interpreter, const Entry& entry) const {
  Probe probe(entry.hash, mask());
  std::optional<size_t> dummy;  // the last one on the way
  while (true) {
    const Slot& slot = slots_[probe.index()];
    if (slot.state == SlotState::kFree) return dummy.value_or(probe.index());
    if (slot.state == SlotState::kDummy) dummy = probe.index();
    if (slot.state == SlotState::kUsed && slot.hash == entry.hash) {
      const size_t index = probe.index();
      const size_t table_size = slots_.size();
      Value candidate = slot.item;
      std::optional<bool> equal = AreEqual(interpreter, candidate, entry.item);
      if (!equal) return std::nullopt;
      if (*equal) return index;
      bool changed = slots_.size() != table_size || slots_[index].state != SlotState::kUsed ||
                     !slots_[index].item.IsIdenticalTo(candidate);
      if (changed) {
        if (!interpreter.Step()) return std::nullopt;
        probe = Probe(entry.hash, mask());
        dummy.reset();
        continue;
      }
    }
    probe.Advance();
  }
}

void SetObject::InsertClean(int64_t hash, Value item) {
  Probe probe(hash, mask());
  while (slots_[probe.index()].state != SlotState::kFree) probe.Advance();
  slots_[probe.index()] = {hash, std::move(item), SlotState::kUsed};
}

void SetObject::Resize(size_t minimum_used) {
  size_t size = kSmallestTable;
  while (size <= minimum_used) size *= 2;
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (Slot& slot : old) {
    if (slot.state == SlotState::kUsed) InsertClean(slot.hash, std::move(slot.item));
  }
  fill_ = used_;
  Changed();
}

void SetObject::GrowFor(size_t more) {
  if ((fill_ + more) * 5 >= mask() * 3) Resize((used_ + more) * 2);
}

std::optional<bool> SetObject::HasEntry(Interpreter& interpreter, const Entry& entry) const {
  std::optional<size_t> index = FindSlot(interpreter, entry);
  if (!index) return std::nullopt;
  return slots_[*index].state == SlotState::kUsed;
}

bool SetObject::AddEntry(Interpreter& interpreter, const Entry& entry) {
  std::optional<size_t> index = FindSlot(interpreter, entry);
  if (!index) return false;
  if (slots_[*index].state == SlotState::kUsed) return true;
  const bool reuses_dummy = slots_[*index].state == SlotState::kDummy;
  slots_[*index] = {entry.hash, entry.item, SlotState::kUsed};
  ++used_;
  if (reuses_dummy) return true;
  ++fill_;
  if (fill_ * 5 >= mask() * 3) Resize(GrownSize(used_));
  Changed();
  return true;
}

std::optional<bool> SetObject::DiscardEntry(Interpreter& interpreter, const Entry& entry) {
  std::optional<size_t> index = FindSlot(interpreter, entry);
  if (!index) return std::nullopt;
  if (slots_[*index].state != SlotState::kUsed) return false;
  Value removed = std::move(slots_[*index].item);  // released last: it may run nothing, but holds
  slots_[*index] = {-1, {}, SlotState::kDummy};
  --used_;
  return true;
}

std::optional<bool> SetObject::Has(Interpreter& interpreter, const Value& item) {
  Value key = LookupKey(interpreter, item);
  if (key.empty()) return std::nullopt;
  std::optional<int64_t> hash = script::Hash(interpreter, key);
  if (!hash) return std::nullopt;
  return HasEntry(interpreter, {*hash, key});
}

bool SetObject::Add(Interpreter& interpreter, const Value& item) {
  std::optional<int64_t> hash = script::Hash(interpreter, item);
  return hash && AddEntry(interpreter, {*hash, item});
}

std::optional<bool> SetObject::Discard(Interpreter& interpreter, const Value& item) {
  Value key = LookupKey(interpreter, item);
  if (key.empty()) return std::nullopt;
  std::optional<int64_t> hash = script::Hash(interpreter, key);
  if (!hash) return std::nullopt;
  return DiscardEntry(interpreter, {*hash, key});
}

std::optional<SetObject::Entry> SetObject::NextEntry(size_t& position) const {
  while (position < slots_.size()) {
    const Slot& slot = slots_[position++];
    if (slot.state == SlotState::kUsed) return Entry{slot.hash, slot.item};
  }
  return std::nullopt;
}

const Value* SetObject::NextItem(size_t& position) const {
  while (position < slots_.size()) {
    const Slot& slot = slots_[position++];
    if (slot.state == SlotState::kUsed) return &slot.item;
  }
  return nullptr;
}

bool SetObject::Merge(Interpreter& interpreter, const SetObject& other) {
  if (&other == this || other.used_ == 0) return true;
  GrowFor(other.used_);
  if (fill_ == 0) {
    bool same_shape = mask() == other.mask() && other.fill_ == other.used_;
    if (same_shape) {
      slots_ = other.slots_;
    } else {
      for (const Slot& slot : other.slots_) {
        if (slot.state == SlotState::kUsed) InsertClean(slot.hash, slot.item);
      }
    }
    fill_ = used_ = other.used_;
    Changed();
    return true;
  }
  size_t position = 0;
  while (std::optional<Entry> entry = other.NextEntry(position)) {
    if (!interpreter.Step() || !AddEntry(interpreter, *entry)) return false;
  }
  return true;
}

bool SetObject::AddKeys(Interpreter& interpreter, const Value& dict) {
  auto* keys = dict.As<DictObject>();
  GrowFor(keys->size());
  size_t position = 0;
  while (const DictObject::Entry* entry = keys->NextEntry(position)) {
    if (!interpreter.Step() || !AddEntry(interpreter, {entry->hash, entry->key})) return false;
  }
  return true;
}

bool SetObject::Update(Interpreter& interpreter, const Value& iterable) {
  if (SetObject* other = AsSet(iterable)) return Merge(interpreter, *other);
  if (iterable.Is<DictObject>()) return AddKeys(interpreter, iterable);
  return ForEach(interpreter, iterable, [&](const Value& item) { return Add(interpreter, item); });
}

Value SetObject::Pop() {
  if (used_ == 0) return {};
  size_t index = finger_ & mask();
  while (slots_[index].state != SlotState::kUsed) index = (index + 1) & mask();
  Value item = std::move(slots_[index].item);
  slots_[index] = {-1, {}, SlotState::kDummy};
  --used_;
  finger_ = index + 1;
  return item;
}

void SetObject::Clear() {
  std::vector<Slot> old(kSmallestTable);
  old.swap(slots_);
  fill_ = used_ = finger_ = 0;
  Changed();
}

void SetObject::Swap(SetObject& other) {
  std::swap(slots_, other.slots_);
  std::swap(fill_, other.fill_);
  std::swap(used_, other.used_);
  Changed();
  other.Changed();
}

void SetObject::DropRemoved() {
  if (fill_ - used_ > mask() / 4) Resize(GrownSize(used_));
}

std::optional<bool> SetObject::Contains(Interpreter& interpreter, const Value& item) {
  return Has(interpreter, item);
}

std::optional<int64_t> SetObject::Length(Interpreter&) {
  return static_cast<int64_t>(used_);
}

Value SetObject::Iterate(Interpreter& interpreter) {
  return interpreter.heap().New<SetIterator>(Ref<SetObject>(this));
}

// Order must not matter, so every slot's hash is scrambled and xor-ed; the free and removed ones,
// which the table's history put there, cancel out or are taken out again.
std::optional<int64_t> SetObject::Hash(Interpreter& interpreter) {
  if (!is_frozen()) {
    interpreter.RaiseTypeError("unhashable type: 'set'");
    return std::nullopt;
  }
  auto scramble = [](uint64_t hash) {
    return ((hash ^ 89869747U) ^ (hash << 16)) * uint64_t{3644798167U};
  };
  uint64_t hash = 0;
  for (const Slot& slot : slots_) {
    if (slot.state == SlotState::kUsed) hash ^= scramble(static_cast<uint64_t>(slot.hash));
  }
  hash ^= (static_cast<uint64_t>(used_) + 1) * 1927868237U;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069U + 907133923U;
  return hash == ~uint64_t{0} ? int64_t{590923713} : static_cast<int64_t>(hash);
}

void SetObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Slot& slot : slots_) visitor.Visit(slot.item);
}

void SetObject::DropReferences() {
  Clear();
}

}  // namespace streplay::script
