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

  // Nothing when hashing or comparing failed.
  std::optional<bool> Has(Interpreter& interpreter, const Value& item);
  [[nodiscard]] bool Add(Interpreter& interpreter, const Value& item);
  // Whether it was there.
  std::optional<bool> Discard(Interpreter& interpreter, const Value& item);
  // Adds all of `other`, in CPython's way (the table may be copied slot by slot).
  [[nodiscard]] bool Merge(Interpreter& interpreter, const SetObject& other);
  // Some item, CPython's choice; empty when the set is empty.
  Value Pop();
  void Clear();

  // The next item at or after `position` in table order, which is moved past it; null at the end.
  const Value* NextItem(size_t& position) const;

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

  // The slot that holds the item, or the one where it would go; nothing when a comparison failed.
  std::optional<size_t> FindSlot(Interpreter& interpreter, const Value& item, int64_t hash) const;
  void InsertClean(int64_t hash, Value item);
  void Resize(size_t minimum_used);

  std::vector<Slot> slots_;
  size_t fill_ = 0;  // used and dummy slots
  size_t used_ = 0;
  size_t finger_ = 0;  // where Pop goes on
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SET_OBJECT_H_
