// InstanceObject: an instance of a script's class. Every operation asks the class for the method of
// that name (`__len__`, `__eq__`, …).
#ifndef STREPLAY_SCRIPT_INSTANCE_OBJECT_H_
#define STREPLAY_SCRIPT_INSTANCE_OBJECT_H_

#include "script/class_object.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

class InstanceObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kInstance;

  explicit InstanceObject(ClassObject& type);

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  bool DeleteAttribute(Interpreter& interpreter, Symbol name) override;
  Namespace* attributes() override { return &attributes_; }
  bool IsCallable() const override;
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value GetItem(Interpreter& interpreter, const Value& key) override;
  bool SetItem(Interpreter& interpreter, const Value& key, const Value& value) override;
  bool DeleteItem(Interpreter& interpreter, const Value& key) override;
  std::optional<bool> Contains(Interpreter& interpreter, const Value& item) override;
  bool HasLength() const override;
  std::optional<int64_t> Length(Interpreter& interpreter) override;
  bool IsIterable() const override;
  Value Iterate(Interpreter& interpreter) override;
  bool IsIterator() const override;
  Value Next(Interpreter& interpreter) override;
  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Format(Interpreter& interpreter, std::string_view specification) override;
  std::optional<bool> IsTrue(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) override;
  Value InPlaceBinary(Interpreter& interpreter, BinaryOperator op, const Value& right) override;
  Value Unary(Interpreter& interpreter, UnaryOperator op) override;
  Value Enter(Interpreter& interpreter) override;
  Value Exit(Interpreter& interpreter, ExceptionObject* exception) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Ref<ClassObject> type_reference_;
  Namespace attributes_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INSTANCE_OBJECT_H_
