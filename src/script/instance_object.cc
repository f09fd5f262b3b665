#include "script/instance_object.h"

#include "script/attribute_lookup.h"
#include "script/exception_object.h"
#include "script/instance_dict.h"
#include "script/instance_methods.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

// Stands for a traceback, which scenario scripts cannot look into.
class TracebackObject : public Object {
 public:
  explicit TracebackObject(ClassObject& type) : Object(type, ObjectKind::kNative) {}
};

}  // namespace

InstanceObject::InstanceObject(ClassObject& type)
    : ContainerObject(type, kKind), type_reference_(&type) {
}

InstanceObject::~InstanceObject() = default;

Value InstanceObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name != symbols::kDict) return Object::GetAttribute(interpreter, name);
  if (!dict_) {
    dict_ = interpreter.heap().New<InstanceDictObject>(*interpreter.classes().dict,
                                                       Ref<InstanceObject>(this));
  }
  return dict_;
}

bool InstanceObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  if (name == symbols::kClass || name == symbols::kDict) {
    interpreter.Refuse("assigning `" + std::string(interpreter.heap().Text(name)) + "` is");
    return false;
  }
  if (!Object::SetAttribute(interpreter, name, value)) return false;
  const Value* stored = attributes_.Find(name);
  if (dict_ && stored != nullptr) dict_->Follow(name, *stored);
  return true;
}

bool InstanceObject::DeleteAttribute(Interpreter& interpreter, Symbol name) {
  if (!Object::DeleteAttribute(interpreter, name)) return false;
  if (dict_ && attributes_.Find(name) == nullptr) dict_->Follow(name, {});
  return true;
}

bool InstanceObject::IsCallable() const {
  return type().Find(symbols::kCall) != nullptr;
}

Value InstanceObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  return CallInstance(interpreter, *this, arguments);
}

Value InstanceObject::Repr(Interpreter& interpreter) {
  return TextByMethod(interpreter, *this, symbols::kRepr);
}

Value InstanceObject::Str(Interpreter& interpreter) {
  return TextByMethod(interpreter, *this, symbols::kStr);
}

Value InstanceObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  return CompareByMethod(interpreter, *this, comparison, other);
}

std::optional<int64_t> InstanceObject::Hash(Interpreter& interpreter) {
  return HashByClass(interpreter, *this);
}

Value InstanceObject::Enter(Interpreter& interpreter) {
  const Value* enter = type().Find(symbols::kEnter);
  if (enter == nullptr) return Object::Enter(interpreter);
  if (type().Find(symbols::kExit) == nullptr) {
    return interpreter.RaiseTypeError("'" + std::string(TypeName()) +
                                      "' object does not support the context manager protocol " +
                                      "(missed __exit__ method)");
  }
  Value method = BindToInstance(interpreter, *enter, Value(this), type());
  return method.empty() ? method : interpreter.Call(method, Arguments{});
}

Value InstanceObject::Exit(Interpreter& interpreter, ExceptionObject* exception) {
  const Value* exit = type().Find(symbols::kExit);
  if (exit == nullptr) return Object::Exit(interpreter, exception);
  Value method = BindToInstance(interpreter, *exit, Value(this), type());
  if (method.empty()) return {};
  if (exception == nullptr) {
    return interpreter.Call(method, {Value::None(), Value::None(), Value::None()});
  }
  Value traceback = interpreter.heap().New<TracebackObject>(*interpreter.classes().traceback);
  return interpreter.Call(method, {Value(&exception->type()), Value(exception), traceback});
}

void InstanceObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(type_reference_);
  visitor.Visit(dict_);
  attributes_.Traverse(visitor);
}

void InstanceObject::DropReferences() {
  dict_ = {};
  attributes_.Clear();
}

}  // namespace streplay::script
