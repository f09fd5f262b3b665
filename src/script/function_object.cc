#include "script/function_object.h"

#include "script/attribute_lookup.h"
#include "script/call_function.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/loaded_program.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

CellObject::CellObject(Heap& heap, Value initial)
    : ContainerObject(*heap.classes().cell, kKind), value(std::move(initial)) {
}

void CellObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(value);
}

void CellObject::DropReferences() {
  value = Value();
}

FunctionObject::FunctionObject(Heap& heap, Definition definition)
    : ContainerObject(*heap.classes().function, kKind),
      definition_(std::move(definition)),
      signature_(&definition_.loaded->SignatureOf(*definition_.code)),
      name_(definition_.code->name),
      qualified_name_(definition_.code->scope->qualname),
      doc_(Value::None()),
      module_name_(Value::None()) {
  const Function& code = *definition_.code;
  if (code.docstring != nullptr) doc_ = heap.MakeString(std::string(code.docstring->value));
  const Value* module = definition_.globals->globals().Find(symbols::kDunderName);
  if (module != nullptr) module_name_ = *module;
}

const std::shared_ptr<const Program>& FunctionObject::program() const {
  return definition_.loaded->program();
}

std::string FunctionObject::source_text() const {
  return program()->FunctionSource(code());
}

Value FunctionObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  return CallFunction(interpreter, *this, arguments);
}

Value FunctionObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  Heap& heap = interpreter.heap();
  if (name == symbols::kDunderName) return heap.SymbolString(name_);
  if (name == symbols::kQualname) return heap.MakeString(qualified_name_);
  if (name == symbols::kDoc) return doc_;
  if (name == symbols::kModule) return module_name_;
  if (name == symbols::kAnnotations) {
    if (annotations_.empty()) annotations_ = heap.MakeDict();
    return annotations_;
  }
  return Object::GetAttribute(interpreter, name);
}

bool FunctionObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) {
  bool is_name = name == symbols::kDunderName;
  if (is_name || name == symbols::kQualname) {
    const std::string* text = TextOf(value);
    if (text == nullptr) {
      interpreter.RaiseTypeError(std::string(interpreter.heap().Text(name)) +
                                 " must be set to a string object");
      return false;
    }
    if (is_name) {
      name_ = interpreter.heap().Intern(*text);
    } else {
      qualified_name_ = *text;
    }
  } else if (name == symbols::kDoc) {
    doc_ = value;
  } else if (name == symbols::kModule) {
    module_name_ = value;
  } else if (name == symbols::kAnnotations) {
    annotations_ = value;
  } else {
    attributes_.Set(name, value);
  }
  return true;
}

Value FunctionObject::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString("<function " + qualified_name_ + " at " + Address() + ">");
}

void FunctionObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(definition_.globals);
  for (const Value& value : definition_.defaults) visitor.Visit(value);
  for (const Ref<CellObject>& cell : definition_.closure) visitor.Visit(cell);
  for (const Value* value : {&doc_, &module_name_, &annotations_}) visitor.Visit(*value);
  attributes_.Traverse(visitor);
}

void FunctionObject::DropReferences() {
  definition_.globals = {};
  definition_.defaults.clear();
  definition_.closure.clear();
  annotations_ = doc_ = module_name_ = Value();
  attributes_.Clear();
}

BoundMethodObject::BoundMethodObject(Heap& heap, Value self, Value function)
    : ContainerObject(function.Is<NativeFunctionObject>() ? *heap.classes().native_function
                                                          : *heap.classes().method,
                      kKind),
      self_(std::move(self)),
      function_(std::move(function)) {
}

Value BoundMethodObject::Call(Interpreter& interpreter, const Arguments& arguments) {
  if (auto* native = function_.As<NativeFunctionObject>()) {
    return native->CallWith(interpreter, self_, arguments);
  }
  std::vector<Value> positional;
  positional.reserve(arguments.positional.size() + 1);
  positional.push_back(self_);
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  return interpreter.Call(function_, {positional, arguments.keywords});
}

Value BoundMethodObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (name == symbols::kClass) return Value(&type());
  std::string_view text = interpreter.heap().Text(name);
  if (text == "__self__") return self_;
  if (text == "__func__") return function_;
  if (const Value* found = type().Find(name)) {
    return BindToInstance(interpreter, *found, Value(this), type());
  }
  return script::GetAttribute(interpreter, function_, name);
}

bool BoundMethodObject::SetAttribute(Interpreter& interpreter, Symbol name, const Value&) {
  interpreter.RaiseAttributeError("'" + std::string(TypeName()) + "' object has no attribute '" +
                                  std::string(interpreter.heap().Text(name)) + "'");
  return false;
}

Value BoundMethodObject::Compare(Interpreter&, Comparison comparison, const Value& other) {
  auto* method = other.As<BoundMethodObject>();
  bool is_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (method == nullptr || !is_equality) return Value::NotImplemented();
  bool equal = self_.IsIdenticalTo(method->self_) && function_.IsIdenticalTo(method->function_);
  return Value::Bool(equal == (comparison == Comparison::kEqual));
}

std::optional<int64_t> BoundMethodObject::Hash(Interpreter& interpreter) {
  std::optional<int64_t> function = script::Hash(interpreter, function_);
  if (!function) return std::nullopt;
  Object* self = self_.object();
  return *function ^ (self != nullptr ? self->Identity() : self_.as_int());
}

Value BoundMethodObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (auto* native = function_.As<NativeFunctionObject>()) {
    return heap.MakeString("<built-in method " + std::string(native->name()) + " of " +
                           script::TypeName(interpreter, self_) + " object at " + Address() + ">");
  }
  auto self = ReprText(interpreter, self_);
  if (!self) return {};
  auto* function = function_.As<FunctionObject>();
  std::string name = function != nullptr ? function->qualified_name() : "?";
  return heap.MakeString("<bound method " + name + " of " + *self + ">");
}

void BoundMethodObject::Traverse(ReferenceVisitor& visitor) const {
  visitor.Visit(self_);
  visitor.Visit(function_);
}

void BoundMethodObject::DropReferences() {
  self_ = Value::None();
  function_ = Value::None();
}

}  // namespace streplay::script
