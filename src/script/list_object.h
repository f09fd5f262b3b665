// ListObject: a list.
#ifndef STREPLAY_SCRIPT_LIST_OBJECT_H_
#define STREPLAY_SCRIPT_LIST_OBJECT_H_

#include <vector>

#include "script/object.h"

namespace streplay::script {

class SliceObject;

class ListObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kList;

  // Use Heap::MakeList.
  ListObject(Heap& heap, std::vector<Value> items);

  const std::vector<Value>& items() const { return items_; }
  size_t size() const { return items_.size(); }
  void Append(Value value);

  // For changes of every other kind; call Changed() when done. Comparing, calling and releasing
  // values may run script code that changes the list: hold no iterator across them.
  std::vector<Value>& mutable_items() { return items_; }
  void Changed();

  Value GetItem(Interpreter& interpreter, const Value& key) override;
  bool SetItem(Interpreter& interpreter, const Value& key, const Value& value) override;
  bool DeleteItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;  // types_list
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  bool SetSlice(Interpreter& interpreter, const SliceObject& slice, const Value& value);

  std::vector<Value> items_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LIST_OBJECT_H_
