#include "script/super_object.h"

#include "script/attribute_lookup.h"
#include "script/operations.h"

namespace streplay::script {

SuperObject::SuperObject(Heap& heap, Ref<ClassObject> start, Value self)
    : ContainerObject(*heap.classes().super, kKind),
      start_(std::move(start)),
      self_(std::move(self)) {
}

Value SuperObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name == symbols::kClass) return Value(&type());
  ClassObject* above = start_->base();
  const Value* found = above != nullptr ? above->Find(name) : nullptr;
  if (found == nullptr) {
    return interpreter.RaiseAttributeError("'super' object has no attribute '" +
                                           std::string(interpreter.heap().Text(name)) + "'");
  }
  Value attribute = *found;
  auto* as_class = self_.As<ClassObject>();
  if (as_class != nullptr) return BindToClass(interpreter, attribute, *as_class);
  return BindToInstance(interpreter, attribute, self_, TypeOf(interpreter, self_));
}

Value SuperObject::Repr(Interpreter& interpreter) {
  std::string start(interpreter.heap().Text(start_->name()));
  return interpreter.heap().MakeString("<super: <class '" + start + "'>, <" +
                                       script::TypeName(interpreter, self_) + " object>>");
}

void SuperObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(start_);
  visitor.Visit(self_);
}

void SuperObject::DropReferences() {
  start_ = {};
  self_ = Value::None();
}

Value MakeSuper(Interpreter& interpreter, const Value& start, const Value& self) {
  auto* type = start.As<ClassObject>();
  if (type == nullptr) {
    return interpreter.RaiseTypeError("super() argument 1 must be a type, not " +
                                      script::TypeName(interpreter, start));
  }
  auto* as_class = self.As<ClassObject>();
  bool fits = IsInstance(interpreter, self, *type) ||
              (as_class != nullptr && as_class->IsSubclassOf(*type));
  if (!fits) {
    return interpreter.RaiseTypeError(
        "super(type, obj): obj must be an instance or subtype of type");
  }
  Heap& heap = interpreter.heap();
  return heap.New<SuperObject>(heap, Ref<ClassObject>(type), self);
}

}  // namespace streplay::script
