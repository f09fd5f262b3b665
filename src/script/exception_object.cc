#include "script/exception_object.h"

#include "script/instance_methods.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

ExceptionObject::ExceptionObject(ClassObject& type, Value args)
    : ContainerObject(type, kKind), type_reference_(&type), args_(std::move(args)) {
}

void ExceptionObject::set_cause(Value cause) {
  cause_ = std::move(cause);
  suppress_context_ = true;
}

Value ExceptionObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name == symbols::kArgs) return args_;
  if (name == symbols::kCause) return cause_;
  if (name == symbols::kContext) return context_;
  if (name == symbols::kSuppressContext) return Value::Bool(suppress_context_);
  // What StopIteration and SystemExit call their argument.
  const auto& items = args_.As<TupleObject>()->items();
  const BuiltinClasses& classes = interpreter.classes();
  std::string_view text = interpreter.heap().Text(name);
  bool is_value = text == "value" && type().IsSubclassOf(*classes.stop_iteration);
  bool is_code = text == "code" && type().IsSubclassOf(*classes.system_exit);
  if (is_value || is_code) return items.empty() ? Value::None() : items[0];
  return Object::GetAttribute(interpreter, name);
}

bool ExceptionObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  bool is_cause = name == symbols::kCause;
  if (is_cause || name == symbols::kContext) {
    if (!value.is_none() && !value.Is<ExceptionObject>()) {
      interpreter.RaiseTypeError(std::string("exception ") + (is_cause ? "cause" : "context") +
                                 " must be None or derive from BaseException");
      return false;
    }
    if (is_cause) {
      set_cause(value);
    } else {
      context_ = value;
    }
    return true;
  }
  if (name == symbols::kSuppressContext) {
    std::optional<bool> suppress = script::IsTrue(interpreter, value);
    suppress_context_ = suppress.value_or(false);
    return suppress.has_value();
  }
  if (name == symbols::kArgs) {
    std::vector<Value> items;
    if (!CollectItems(interpreter, value, items)) return false;
    args_ = interpreter.heap().MakeTuple(std::move(items));
    return true;
  }
  return Object::SetAttribute(interpreter, name, value);
}

Value ExceptionObject::Repr(Interpreter& interpreter) {
  return TextByMethod(interpreter, *this, symbols::kRepr);
}

Value ExceptionObject::Str(Interpreter& interpreter) {
  return TextByMethod(interpreter, *this, symbols::kStr);
}

bool ExceptionObject::IsCallable() const {
  return type().Find(symbols::kCall) != nullptr;
}

Value ExceptionObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  return CallInstance(interpreter, *this, arguments);
}

Value ExceptionObject::Compare(Interpreter& interpreter, Comparison comparison,
                               const Value& other) {
  return CompareByMethod(interpreter, *this, comparison, other);
}

std::optional<int64_t> ExceptionObject::Hash(Interpreter& interpreter) {
  return HashByClass(interpreter, *this);
}

void ExceptionObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(type_reference_);
  for (const Value* value : {&args_, &cause_, &context_}) visitor.Visit(*value);
  attributes_.Traverse(visitor);
}

void ExceptionObject::DropReferences() {
  args_ = Value();
  cause_ = context_ = Value::None();
  attributes_.Clear();
}

}  // namespace streplay::script
