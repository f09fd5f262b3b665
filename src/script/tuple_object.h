// TupleObject: a tuple. A named tuple is one whose type is the named tuple's class.
#ifndef STREPLAY_SCRIPT_TUPLE_OBJECT_H_
#define STREPLAY_SCRIPT_TUPLE_OBJECT_H_

#include <vector>

#include "script/object.h"

namespace streplay::script {

class TupleObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kTuple;

  // Use Heap::MakeTuple, or Heap::New with a class of one's own that derives from tuple.
  TupleObject(ClassObject& type, std::vector<Value> items);

  const std::vector<Value>& items() const { return items_; }
  size_t size() const { return items_.size(); }

  Value GetItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override { return true; }
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override { return true; }
  Value Iterate(Interpreter& interpreter) override;
  Value IterateReversed(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;  // types_tuple
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  // A tuple and nothing more: not a named one.
  bool IsPlain(Interpreter& interpreter) const;

  std::vector<Value> items_;
  Ref<ClassObject> type_reference_;  // a named tuple's class must outlive its instances
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TUPLE_OBJECT_H_
