// SetObject: a set or frozenset, iterated in the order in which CPython iterates it: that of its
// open-addressing table, given the same hashes and the same history.
#ifndef STREPLAY_SCRIPT_SET_OBJECT_H_
#define STREPLAY_SCRIPT_SET_OBJECT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "script/object.h"

namespace streplay::script {

class SetObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kSet;

  // Use Heap::MakeSet; `type` is classes().set or classes().frozenset.
  explicit SetObject(ClassObject& type);

  size_t size() const { return used_; }
  bool is_frozen() const;

  // --- By item. Nothing (or false) when hashing or comparing failed. A set is looked for as the
  // frozenset with its items.
  std::optional<bool> Has(Interpreter& interpreter, const Value& item);
  [[nodiscard]] bool Add(Interpreter& interpreter, const Value& item);
  // Whether it was there.
  std::optional<bool> Discard(Interpreter& interpreter, const Value& item);

  // --- By item and its hash, as another set knows it.
  struct Entry {
    int64_t hash = 0;
    Value item;
  };
  std::optional<bool> HasEntry(Interpreter& interpreter, const Entry& entry) const;
  [[nodiscard]] bool AddEntry(Interpreter& interpreter, const Entry& entry);
  std::optional<bool> DiscardEntry(Interpreter& interpreter, const Entry& entry);
  // The next one at or after `position` in table order, which is moved past it; nothing at the end.
  std::optional<Entry> NextEntry(size_t& position) const;
  // Likewise, the item alone; null at the end.
  const Value* NextItem(size_t& position) const;

  // --- As a whole. Adds all of `other`, in CPython's way (the table may be copied slot by slot).
  [[nodiscard]] bool Merge(Interpreter& interpreter, const SetObject& other);
  // Adds all of any iterable.
  [[nodiscard]] bool Update(Interpreter& interpreter, const Value& iterable);
  // Some item, CPython's choice; empty when the set is empty.
  Value Pop();
  void Clear();
  // Exchanges the items of two sets.
  void Swap(SetObject& other);
  // Rebuilds the table when too many items were removed from it.
  void DropRemoved();

  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  enum class SlotState : uint8_t { kFree, kUsed, kDummy };
  struct Slot {
    int64_t hash = 0;
    Value item;
    SlotState state = SlotState::kFree;
  };

  size_t mask() const { return slots_.size() - 1; }
  // The slot that holds the item, or the one where it would go; nothing when a comparison
  // failed. A comparison that changes the set makes the search start anew.
  std::optional<size_t> FindSlot(Interpreter& interpreter, const Entry& entry) const;
  // For an item that is known to be absent, in a table without dummies.
  void InsertClean(int64_t hash, Value item);
  void Resize(size_t minimum_used);
  void GrowFor(size_t more);
  [[nodiscard]] bool AddKeys(Interpreter& interpreter, const Value& dict);
  void Changed();

  std::vector<Slot> slots_;  // a power of two of them
  size_t fill_ = 0;          // used and dummy slots
  size_t used_ = 0;
  size_t finger_ = 0;  // where Pop goes on
};

// Whether the value is a set or frozenset (null otherwise, as Value::As).
inline SetObject* AsSet(const Value& value) {
  return value.As<SetObject>();
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SET_OBJECT_H_
