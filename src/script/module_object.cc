#include "script/module_object.h"

#include "script/cpython_names.h"
#include "script/operations.h"

namespace streplay::script {

ModuleObject::ModuleObject(Heap& heap, std::string name)
    : ContainerObject(*heap.classes().module, kKind), name_(std::move(name)) {
  globals_.Set(symbols::kDunderName, heap.MakeString(name_));
}

Value ModuleObject::GetAttribute(Interpreter& interpreter, Symbol name) {
  if (const Value* found = globals_.Find(name)) return *found;
  if (name == symbols::kClass) return Value(&type());
  if (name == symbols::kDoc) return Value::None();
  if (name == symbols::kDict) return interpreter.Refuse("`__dict__` of a module is");
  std::string text(interpreter.heap().Text(name));
  if (is_modelled_ && IsCPythonName(name_, text)) {
    return interpreter.Refuse("`" + name_ + "." + text + "` is");
  }
  return interpreter.RaiseAttributeError("module '" + name_ + "' has no attribute '" + text + "'");
}

bool ModuleObject::SetAttribute(Interpreter&, Symbol name, const Value& value) {
  globals_.Set(name, value);
  return true;
}

bool ModuleObject::DeleteAttribute(Interpreter& interpreter, Symbol name) {
  if (globals_.Remove(name)) return true;
  interpreter.RaiseAttributeError("module '" + name_ + "' has no attribute '" +
                                  std::string(interpreter.heap().Text(name)) + "'");
  return false;
}

Value ModuleObject::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString("<module '" + name_ + "' (built-in)>");
}

void ModuleObject::Traverse(ReferenceVisitor& visitor) const {
  globals_.Traverse(visitor);
}

void ModuleObject::DropReferences() {
  globals_.Clear();
}

}  // namespace streplay::script
