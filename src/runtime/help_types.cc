#include "runtime/help_types.h"

#include "script/class_object.h"
#include "script/function_object.h"
#include "script/module_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {

using script::Value;

bool HasHelpType(const Value& value) {
  // An unbound method of a built-in class (`str.upper`) is another type in Python.
  if (auto* native = value.As<script::NativeFunctionObject>()) {
    return native->owner() == nullptr || native->flavour() != script::NativeFlavour::kMethod;
  }
  // Commands and their like are functions and methods of Streamlit's.
  if (auto* object = value.As<script::HostObject>()) {
    return object->TypeName() == "function" || object->TypeName() == "method";
  }
  return value.Is<script::FunctionObject>() || value.Is<script::BoundMethodObject>() ||
         value.Is<script::ModuleObject>();
}

const script::TupleObject* FindFields(script::Heap& heap, script::ClassObject& type) {
  const Value* fields = type.own_attributes().Find(heap.Intern("_fields"));
  bool is_named_tuple = fields != nullptr && type.IsSubclassOf(*heap.classes().tuple);
  return is_named_tuple ? fields->As<script::TupleObject>() : nullptr;
}

}  // namespace streplay
