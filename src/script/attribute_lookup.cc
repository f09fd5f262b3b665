#include "script/attribute_lookup.h"

#include "script/cpython_names.h"
#include "script/descriptor_objects.h"
#include "script/function_object.h"
#include "script/native_function.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

// Attributes that every object has without any class defining them.
Value LookUpUniversalAttribute(Interpreter& interpreter, ClassObject& type, Namespace* own,
                               Symbol name) {
  if (name == symbols::kClass) return Value(&type);
  if (name == symbols::kDoc) return Value::None();
  if (name == symbols::kModule) return interpreter.heap().MakeString(type.module());
  if (name == symbols::kDict && own != nullptr) {
    return interpreter.Refuse("`__dict__` of anything but an instance of a script's class is");
  }
  return {};
}

bool NeedsSelf(const Value& attribute) {
  if (attribute.Is<FunctionObject>()) return true;
  if (attribute.is_object() && attribute.object()->kind() == ObjectKind::kHost) {
    return static_cast<const HostObject*>(attribute.object())->BindsToInstances();
  }
  const auto* native = attribute.As<NativeFunctionObject>();
  return native != nullptr && native->owner() != nullptr &&
         native->flavour() == NativeFlavour::kMethod;
}

bool NeedsClass(const Value& attribute) {
  const auto* native = attribute.As<NativeFunctionObject>();
  return native != nullptr && native->flavour() == NativeFlavour::kClassMethod;
}

}  // namespace

Value BindToInstance(Interpreter& interpreter, const Value& attribute, const Value& self,
                     ClassObject& type) {
  if (NeedsSelf(attribute)) {
    Heap& heap = interpreter.heap();
    return heap.New<BoundMethodObject>(heap, self, attribute);
  }
  if (auto* property = attribute.As<PropertyObject>()) {
    if (property->getter().is_none())
      return interpreter.RaiseAttributeError("unreadable attribute");
    return interpreter.Call(property->getter(), {self});
  }
  return BindToClass(interpreter, attribute, type);
}

Value BindToClass(Interpreter& interpreter, const Value& attribute, ClassObject& type) {
  Heap& heap = interpreter.heap();
  if (auto* method = attribute.As<ClassMethodObject>()) {
    return heap.New<BoundMethodObject>(heap, Value(&type), method->function());
  }
  if (NeedsClass(attribute)) {
    return heap.New<BoundMethodObject>(heap, Value(&type), attribute);
  }
  if (auto* method = attribute.As<StaticMethodObject>()) return method->function();
  return attribute;
}

Value LookUpAttribute(Interpreter& interpreter, const Value& self, ClassObject& type,
                      Namespace* own, Symbol name) {
  const Value* in_class = type.Find(name);
  bool is_property = in_class != nullptr && in_class->Is<PropertyObject>();
  if (own != nullptr && !is_property) {
    if (const Value* in_instance = own->Find(name)) return *in_instance;
  }
  if (in_class != nullptr) {
    Value attribute = *in_class;  // running code may change the class
    return BindToInstance(interpreter, attribute, self, type);
  }
  return LookUpUniversalAttribute(interpreter, type, own, name);
}

const Value* FindPlainMethod(Interpreter& interpreter, const Value& self, Symbol name) {
  ClassObject& type = TypeOf(interpreter, self);
  if (Object* object = self.object()) {
    switch (object->kind()) {
      case ObjectKind::kHost:
      case ObjectKind::kClass:
      case ObjectKind::kSuper:
      case ObjectKind::kModule:
      case ObjectKind::kFunction:
      case ObjectKind::kNativeFunction:
      case ObjectKind::kBoundMethod:
      case ObjectKind::kNative:
        return nullptr;
      default:
        break;
    }
    Namespace* own = object->attributes();
    if (own != nullptr && own->Find(name) != nullptr) return nullptr;
  }
  const Value* found = type.Find(name);
  return found != nullptr && NeedsSelf(*found) ? found : nullptr;
}

Value RaiseNoAttribute(Interpreter& interpreter, const Value& self, Symbol name) {
  std::string text(interpreter.heap().Text(name));
  ClassObject& type = TypeOf(interpreter, self);
  if (HasInCPython(type, text)) {
    return interpreter.Refuse("`" + type.qualified_name() + "." + text + "` is");
  }
  interpreter.RaiseAttributeError("'" + TypeName(interpreter, self) +
                                  "' object has no attribute '" + text + "'");
  return interpreter.NamePending(name, self);
}

}  // namespace streplay::script
