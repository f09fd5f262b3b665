// InstanceObject: an instance of a script's class. Its operations ask the class for the methods
// that a script may define (`__eq__`, `__repr__`, …); the parser refuses definitions of all others.
#ifndef STREPLAY_SCRIPT_INSTANCE_OBJECT_H_
#define STREPLAY_SCRIPT_INSTANCE_OBJECT_H_

#include "script/class_object.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

class InstanceDictObject;

class InstanceObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kInstance;

  explicit InstanceObject(ClassObject& type);
  ~InstanceObject() override;

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  bool DeleteAttribute(Interpreter& interpreter, Symbol name) override;
  Namespace* attributes() override { return &attributes_; }
  bool IsCallable() const override;
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
  Value Repr(Interpreter& interpreter) override;
  Value Str(Interpreter& interpreter) override;
  Value Compare(Interpreter& interpreter, Comparison comparison, const Value& other) override;
  std::optional<int64_t> Hash(Interpreter& interpreter) override;
  Value Enter(Interpreter& interpreter) override;
  Value Exit(Interpreter& interpreter, ExceptionObject* exception) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Ref<ClassObject> type_reference_;
  Namespace attributes_;
  Ref<InstanceDictObject> dict_;  // `__dict__`, once it was asked for
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INSTANCE_OBJECT_H_
