// The types that annotations write: `int | None` and `list[int]`.
#ifndef STREPLAY_SCRIPT_TYPE_EXPRESSIONS_H_
#define STREPLAY_SCRIPT_TYPE_EXPRESSIONS_H_

#include <vector>

#include "script/class_object.h"
#include "script/interpreter.h"

namespace streplay::script {

// X | Y: flat, without repetitions.
class UnionObject : public ContainerObject {
 public:
  UnionObject(ClassObject& type, std::vector<Value> members);

  const std::vector<Value>& members() const { return members_; }

  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  std::vector<Value> members_;
};

// list[int]; calling it makes a list.
class GenericAliasObject : public ContainerObject {
 public:
  GenericAliasObject(ClassObject& type, Ref<ClassObject> origin, std::vector<Value> arguments);

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Ref<ClassObject> origin_;
  std::vector<Value> arguments_;
};

// NotImplemented when one of the two cannot be a member.
Value MakeUnion(Interpreter& interpreter, const Value& left, const Value& right);

// TypeError unless the class is one of the built-in containers.
Value MakeGenericAlias(Interpreter& interpreter, ClassObject& origin, const Value& key);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TYPE_EXPRESSIONS_H_
