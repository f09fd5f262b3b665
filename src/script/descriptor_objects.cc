#include "script/descriptor_objects.h"

#include "script/class_object.h"
#include "script/function_object.h"
#include "script/native_function.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

// property.getter, .setter and .deleter: a copy with one of the three replaced.
Ref<PropertyObject> CopyProperty(const Value& self, const Value* getter, const Value* setter,
                                 const Value* deleter) {
  auto* old = self.As<PropertyObject>();
  Heap& heap = old->heap();
  return heap.New<PropertyObject>(
      heap, getter ? *getter : old->getter(), setter ? *setter : old->setter(),
      deleter ? *deleter : old->deleter(), getter ? Value::None() : old->doc());
}

Value PropertyGetter(Interpreter&, std::span<const Value> arguments) {
  return CopyProperty(arguments[0], &arguments[1], nullptr, nullptr);
}

Value PropertySetter(Interpreter&, std::span<const Value> arguments) {
  return CopyProperty(arguments[0], nullptr, &arguments[1], nullptr);
}

Value PropertyDeleter(Interpreter&, std::span<const Value> arguments) {
  return CopyProperty(arguments[0], nullptr, nullptr, &arguments[1]);
}

constexpr NativeFunction kPropertyMethods[] = {
    {"getter", "object, /", &PropertyGetter},
    {"setter", "object, /", &PropertySetter},
    {"deleter", "object, /", &PropertyDeleter},
};

}  // namespace

void DefinePropertyMethods(Heap& heap) {
  DefineMethods(heap, *heap.classes().property, kPropertyMethods);
}

PropertyObject::PropertyObject(Heap& heap, Value getter, Value setter, Value deleter, Value doc)
    : ContainerObject(*heap.classes().property, kKind),
      getter_(std::move(getter)),
      setter_(std::move(setter)),
      deleter_(std::move(deleter)),
      doc_(std::move(doc)) {
  if (!doc_.is_none()) return;
  if (auto* function = getter_.As<FunctionObject>()) doc_ = function->doc();
}

Value PropertyObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  std::string_view text = interpreter.heap().Text(name);
  if (name == symbols::kDoc) return doc_;
  if (text == "fget") return getter_;
  if (text == "fset") return setter_;
  if (text == "fdel") return deleter_;
  return Object::GetAttribute(interpreter, name);
}

void PropertyObject::Traverse(ReferenceVisitor& visitor) const {
  for (const Value* value : {&getter_, &setter_, &deleter_, &doc_}) visitor.Visit(*value);
}

void PropertyObject::DropReferences() {
  getter_ = setter_ = deleter_ = doc_ = Value::None();
}

WrappedMethodObject::WrappedMethodObject(ClassObject& type, ObjectKind kind, Value function)
    : ContainerObject(type, kind), function_(std::move(function)) {
}

Value WrappedMethodObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name == symbols::kClass) return Value(&type());
  if (name == symbols::kWrapped || interpreter.heap().Text(name) == "__func__") return function_;
  return script::GetAttribute(interpreter, function_, name);
}

Value WrappedMethodObject::Repr(Interpreter& interpreter) {
  std::optional<std::string> inner = ReprText(interpreter, function_);
  if (!inner) return {};
  return interpreter.heap().MakeString("<" + std::string(TypeName()) + "(" + *inner + ")>");
}

void WrappedMethodObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(function_);
}

void WrappedMethodObject::DropReferences() {
  function_ = Value::None();
}

StaticMethodObject::StaticMethodObject(Heap& heap, Value function)
    : WrappedMethodObject(*heap.classes().static_method, kKind, std::move(function)) {
}

Value StaticMethodObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  return interpreter.Call(function(), arguments);
}

ClassMethodObject::ClassMethodObject(Heap& heap, Value function)
    : WrappedMethodObject(*heap.classes().class_method, kKind, std::move(function)) {
}

}  // namespace streplay::script
