// The special methods that a script's class may define, called for instances of script classes and
// for exceptions.
#ifndef STREPLAY_SCRIPT_INSTANCE_METHODS_H_
#define STREPLAY_SCRIPT_INSTANCE_METHODS_H_

#include "script/class_object.h"
#include "script/interpreter.h"
#include "script/operators.h"

namespace streplay::script {

// `__call__`.
Value CallInstance(Interpreter& interpreter, Object& self, const Arguments& arguments);

// `__repr__` or `__str__`, whose result must be a str.
Value TextByMethod(Interpreter& interpreter, Object& self, Symbol method);

// `__eq__`, for == and !=.
Value CompareByMethod(Interpreter& interpreter, Object& self, Comparison comparison,
                      const Value& other);

// The identity, unless the class defines `__eq__`: then it is not hashable.
std::optional<int64_t> HashByClass(Interpreter& interpreter, Object& self);

// Calling a script's class: makes the instance and runs `__init__`.
Value ConstructInstance(Interpreter& interpreter, ClassObject& type, const Arguments& arguments);

// Runs `__init__` of a new instance (of a script's class) if its class defines one; false on
// failure.
bool Initialize(Interpreter& interpreter, const Value& self, ClassObject& type,
                const Arguments& arguments);

// Whether the class or a base of it that is no built-in one defines the method.
bool DefinesMethod(const ClassObject& type, Symbol name);

// The methods of object itself.
void DefineObjectMethods(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INSTANCE_METHODS_H_
