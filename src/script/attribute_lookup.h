// How attributes are found and bound: object.__getattribute__ and its neighbours, for values of any
// kind. operations.h is what other files call.
#ifndef STREPLAY_SCRIPT_ATTRIBUTE_LOOKUP_H_
#define STREPLAY_SCRIPT_ATTRIBUTE_LOOKUP_H_

#include "script/class_object.h"
#include "script/interpreter.h"

namespace streplay::script {

// What reading the class attribute `attribute` through the instance `self` gives: functions become
// bound methods, properties are computed.
Value BindToInstance(Interpreter& interpreter, const Value& attribute, const Value& self,
                     ClassObject& type);

// What reading it through the class gives.
Value BindToClass(Interpreter& interpreter, const Value& attribute, ClassObject& type);

// object.__getattribute__: a property of the class, else the instance's own attribute (`own` may be
// null), else a class attribute, else an attribute that every object has (`__class__`, …). Empty
// without anything pending when there is none.
Value LookUpAttribute(Interpreter& interpreter, const Value& self, ClassObject& type,
                      Namespace* own, Symbol name);

// The function behind a method call `self.name(…)`, when it needs no binding but passing `self`
// first; null when the general way has to be gone.
const Value* FindPlainMethod(Interpreter& interpreter, const Value& self, Symbol name);

// AttributeError "'X' object has no attribute 'y'".
Value RaiseNoAttribute(Interpreter& interpreter, const Value& self, Symbol name);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_ATTRIBUTE_LOOKUP_H_
