#include "script/native_function.h"

#include <array>

#include "script/attribute_lookup.h"
#include "script/class_object.h"
#include "script/descriptor_objects.h"
#include "script/dict_object.h"
#include "script/module_object.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

// More parameters than any table has; self included.
constexpr size_t kMaximumParameters = 24;

}  // namespace

NativeFunctionObject::NativeFunctionObject(Heap& heap, const NativeFunction& function,
                                           ClassObject* owner, std::string_view module)
    : ContainerObject(
          owner != nullptr ? *heap.classes().method_descriptor : *heap.classes().native_function,
          kKind),
      name_(function.name),
      module_(module),
      signature_(Signature::Parse(heap.symbols(), function.signature)),
      function_(function.function),
      flavour_(owner != nullptr ? function.flavour : NativeFlavour::kStaticMethod),
      owner_(owner) {
  STREPLAY_CHECK(signature_.size() < kMaximumParameters);
}

Value NativeFunctionObject::CallWith(Interpreter& interpreter, const Value& self,
                                     const Arguments& arguments) {
  if (!interpreter.Step()) return {};
  RecursionScope scope(interpreter, " while calling a Python object");
  if (!scope.entered()) return {};
  size_t offset = self.empty() ? 0 : 1;
  if (offset == 0 && signature_.is_simple() && arguments.keywords.empty() &&
      arguments.positional.size() == signature_.size()) {
    return function_(interpreter, arguments.positional);
  }
  std::array<Value, kMaximumParameters> bound;
  bound[0] = self;
  std::string_view owner = module_ == "builtins" ? std::string_view() : module();
  if (owner_ != nullptr) owner = heap().Text(owner_->name());
  Callable callable = {name_, &signature_, {}, ArityMessages::kNative, owner};
  std::span<Value> parameters = std::span(bound).subspan(offset, signature_.size());
  if (!BindArguments(interpreter, callable, arguments, parameters)) return {};
  return function_(interpreter, std::span<const Value>(bound).first(offset + signature_.size()));
}

Value NativeFunctionObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  if (owner_ == nullptr || flavour_ == NativeFlavour::kStaticMethod) {
    return CallWith(interpreter, {}, arguments);
  }
  std::string owner(heap().Text(owner_->name()));
  if (arguments.positional.empty()) {
    return interpreter.RaiseTypeError("unbound method " + owner + "." + name_ +
                                      "() needs an argument");
  }
  const Value& self = arguments.positional[0];
  if (flavour_ == NativeFlavour::kMethod && !IsInstance(interpreter, self, *owner_)) {
    return interpreter.RaiseTypeError("descriptor '" + name_ + "' for '" + owner +
                                      "' objects doesn't apply to a '" +
                                      script::TypeName(interpreter, self) + "' object");
  }
  return CallWith(interpreter, self, {arguments.positional.subspan(1), arguments.keywords});
}

Value NativeFunctionObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  Heap& heap = interpreter.heap();
  if (name == symbols::kDunderName) return heap.MakeString(name_);
  if (name == symbols::kQualname) {
    std::string prefix = owner_ != nullptr ? owner_->qualified_name() + "." : "";
    return heap.MakeString(prefix + name_);
  }
  if (name == symbols::kModule && owner_ == nullptr) return heap.MakeString(module_);
  return Object::GetAttribute(interpreter, name);
}

Value NativeFunctionObject::Repr(Interpreter& interpreter) {
  std::string text = "<built-in function " + name_ + ">";
  if (owner_ != nullptr) {
    text = "<method '" + name_ + "' of '" + std::string(heap().Text(owner_->name())) + "' objects>";
  }
  return interpreter.heap().MakeString(std::move(text));
}

// The owner is a class of the heap's own, which outlives its methods.
void NativeFunctionObject::Traverse(ReferenceVisitor&) const {
}

void NativeFunctionObject::DropReferences() {
}

void DefineMethods(Heap& heap, ClassObject& type, std::span<const NativeFunction> methods) {
  for (const NativeFunction& method : methods) {
    type.Set(heap.Intern(method.name),
             heap.New<NativeFunctionObject>(heap, method, &type, type.module()));
  }
}

void DefineProperties(Heap& heap, ClassObject& type, std::span<const NativeProperty> properties) {
  for (const NativeProperty& property : properties) {
    NativeFunction getter = {property.name, "", property.function};
    Value function = heap.New<NativeFunctionObject>(heap, getter, &type, type.module());
    type.Set(heap.Intern(property.name),
             heap.New<PropertyObject>(heap, function, Value::None(), Value::None(), Value::None()));
  }
}

void DefineFunctions(Heap& heap, ModuleObject& module, std::span<const NativeFunction> functions) {
  for (const NativeFunction& function : functions) {
    module.globals().Set(heap.Intern(function.name),
                         MakeNativeFunction(heap, function, module.name()));
  }
}

std::vector<KeywordArgument> KeywordsOf(const DictObject& keywords) {
  std::vector<KeywordArgument> result;
  size_t position = 0;
  while (const DictObject::Entry* entry = keywords.NextEntry(position)) {
    result.push_back({entry->key.As<StringObject>()->symbol(), entry->value});
  }
  return result;
}

Ref<NativeFunctionObject> MakeNativeFunction(Heap& heap, const NativeFunction& function,
                                             std::string_view module) {
  return heap.New<NativeFunctionObject>(heap, function, nullptr, module);
}

}  // namespace streplay::script
