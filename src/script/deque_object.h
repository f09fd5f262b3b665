// DequeObject: collections.deque.
#ifndef STREPLAY_SCRIPT_DEQUE_OBJECT_H_
#define STREPLAY_SCRIPT_DEQUE_OBJECT_H_

#include <deque>
#include <optional>

#include "script/object.h"

namespace streplay::script {

class DequeObject : public ContainerObject {
 public:
  // `maximum`: how many items it keeps; adding to a full one drops one at the other end.
  DequeObject(ClassObject& type, std::optional<size_t> maximum)
      : ContainerObject(type, ObjectKind::kNative), maximum_(maximum) {}

  const std::deque<Value>& items() const { return items_; }
  std::optional<size_t> maximum() const { return maximum_; }
  bool is_full() const { return maximum_ && items_.size() >= *maximum_; }
  // Iterators compare it to notice changes.
  uint64_t version() const { return version_; }

  void Append(Value value);
  void AppendLeft(Value value);
  // Not on an empty one.
  Value Pop();
  Value PopLeft();
  void Insert(size_t index, Value value);
  void Remove(size_t index);
  void Rotate(int64_t steps);  // to the right
  void Reverse();
  void Clear();

  Value GetItem(Interpreter& interpreter, const Value& key) override;
  bool SetItem(Interpreter& interpreter, const Value& key, const Value& value) override;
  bool DeleteItem(Interpreter& interpreter, const Value& key) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  std::optional<size_t> FindIndex(Interpreter& interpreter, const Value& key) const;
  void Changed();

  std::deque<Value> items_;
  std::optional<size_t> maximum_;
  uint64_t version_ = 0;
};

ClassObject& DefineDeque(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DEQUE_OBJECT_H_
