#include "script/class_object.h"

#include "script/attribute_lookup.h"
#include "script/cpython_names.h"
#include "script/function_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/type_expressions.h"

namespace streplay::script {

ClassObject::ClassObject(Heap& heap, ClassObject* metaclass, Symbol name, Ref<ClassObject> base)
    : ContainerObject(metaclass != nullptr ? *metaclass : *this, kKind),
      heap_(heap),
      name_(name),
      qualified_name_(heap.Text(name)),
      base_(std::move(base)) {
  if (!base_) return;
  constructor_ = base_->constructor_;
  ending_ = base_->ending_;
  can_be_base_ = base_->can_be_base_;
}

bool ClassObject::IsSubclassOf(const ClassObject& other) const {
  for (const ClassObject* type = this; type != nullptr; type = type->base()) {
    if (type == &other) return true;
  }
  return false;
}

const Value* ClassObject::Find(Symbol name) const {
  for (const ClassObject* type = this; type != nullptr; type = type->base()) {
    if (const Value* found = type->attributes_.Find(name)) return found;
  }
  return nullptr;
}

void ClassObject::Set(Symbol name, Value value) {
  attributes_.Set(name, std::move(value));
}

Value ClassObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  if (constructor_ == nullptr) {
    return interpreter.RaiseTypeError("cannot create '" + std::string(heap_.Text(name_)) +
                                      "' instances");
  }
  return constructor_(interpreter, *this, arguments);
}

// What a class itself has, whatever its own attributes are.
Value ClassObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name == symbols::kDunderName) return heap_.SymbolString(name_);
  if (name == symbols::kQualname) return heap_.MakeString(qualified_name_);
  if (name == symbols::kClass) return Value(&type());
  if (name == symbols::kDict) return interpreter.Refuse("`__dict__` of a class is");
  if (name == symbols::kDoc) {
    const Value* doc = attributes_.Find(name);
    return doc != nullptr ? *doc : Value::None();
  }
  if (const Value* found = Find(name)) {
    Value attribute = *found;
    return BindToClass(interpreter, attribute, *this);
  }
  if (name == symbols::kModule) return heap_.MakeString(module_);
  // Methods of classes as such: `C.__call__`.
  if (const Value* found = type().Find(name)) {
    return BindToInstance(interpreter, *found, Value(this), type());
  }
  if (HasInCPython(*this, heap_.Text(name))) {
    return interpreter.Refuse("`" + qualified_name_ + "." + std::string(heap_.Text(name)) + "` is");
  }
  return interpreter.RaiseAttributeError("type object '" + std::string(heap_.Text(name_)) +
                                         "' has no attribute '" + std::string(heap_.Text(name)) +
                                         "'");
}

bool ClassObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  if (!is_script_class_) {
    interpreter.RaiseTypeError("cannot set '" + std::string(heap_.Text(name)) +
                               "' attribute of immutable type '" + std::string(heap_.Text(name_)) +
                               "'");
    return false;
  }
  const std::string* text = TextOf(value);
  if (name == symbols::kDunderName && text != nullptr) {
    name_ = heap_.Intern(*text);
  } else if (name == symbols::kQualname && text != nullptr) {
    qualified_name_ = *text;
  } else {
    if (name == symbols::kModule && text != nullptr) module_ = *text;
    Set(name, value);
  }
  return true;
}

bool ClassObject::DeleteAttribute(Interpreter& interpreter, Symbol name) {
  if (is_script_class_ && attributes_.Remove(name)) return true;
  interpreter.RaiseAttributeError(std::string(heap_.Text(name)));
  return false;
}

Value ClassObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, Value(this), right)
                                      : Value::NotImplemented();
}

Value ClassObject::ReflectedBinary(Interpreter& interpreter, BinaryOperator op, const Value& left) {
  return op == BinaryOperator::kBitOr ? MakeUnion(interpreter, left, Value(this))
                                      : Value::NotImplemented();
}

Value ClassObject::GetItem(Interpreter& interpreter, const Value& key) {
  return MakeGenericAlias(interpreter, *this, key);
}

Value ClassObject::Repr(Interpreter& interpreter) {
  std::string prefix = module_ == "builtins" ? "" : module_ + ".";
  return interpreter.heap().MakeString("<class '" + prefix + qualified_name_ + "'>");
}

void ClassObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(base_);
  attributes_.Traverse(visitor);
}

void ClassObject::DropReferences() {
  attributes_.Clear();
  Ref<ClassObject> base = std::move(base_);
}

}  // namespace streplay::script
