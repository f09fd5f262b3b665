// SuperObject: what super() gives: the attributes of an object as the classes above one of its
// classes define them.
#ifndef STREPLAY_SCRIPT_SUPER_OBJECT_H_
#define STREPLAY_SCRIPT_SUPER_OBJECT_H_

#include "script/class_object.h"
#include "script/object.h"

namespace streplay::script {

class SuperObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kSuper;

  // `self` is an instance of `start`, or a subclass of it.
  SuperObject(Heap& heap, Ref<ClassObject> start, Value self);

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  Ref<ClassObject> start_;
  Value self_;
};

// super(start, self), with its TypeErrors.
Value MakeSuper(Interpreter& interpreter, const Value& start, const Value& self);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SUPER_OBJECT_H_
