// Descriptors: class attributes that mean something else when they are read through an instance.
// PropertyObject: property. StaticMethodObject, ClassMethodObject: the decorators of that name.
#ifndef STREPLAY_SCRIPT_DESCRIPTOR_OBJECTS_H_
#define STREPLAY_SCRIPT_DESCRIPTOR_OBJECTS_H_

#include "script/object.h"

namespace streplay::script {

class PropertyObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kProperty;

  // Each a callable or None. `doc` None: the getter's.
  PropertyObject(Heap& heap, Value getter, Value setter, Value deleter, Value doc);

  const Value& getter() const { return getter_; }
  const Value& setter() const { return setter_; }
  const Value& deleter() const { return deleter_; }
  const Value& doc() const { return doc_; }

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value getter_;
  Value setter_;
  Value deleter_;
  Value doc_;
};

// What static and class methods share: a wrapped callable.
class WrappedMethodObject : public ContainerObject {
 public:
  WrappedMethodObject(ClassObject& type, ObjectKind kind, Value function);

  const Value& function() const { return function_; }

  // Attributes are the function's.
  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Value function_;
};

class StaticMethodObject : public WrappedMethodObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kStaticMethod;

  StaticMethodObject(Heap& heap, Value function);

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override;
};

class ClassMethodObject : public WrappedMethodObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kClassMethod;

  ClassMethodObject(Heap& heap, Value function);
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_DESCRIPTOR_OBJECTS_H_
