// The built-in exception classes: how they are called, and what their instances print.
#ifndef STREPLAY_SCRIPT_EXCEPTION_CLASS_H_
#define STREPLAY_SCRIPT_EXCEPTION_CLASS_H_

#include "script/exception_object.h"
#include "script/interpreter.h"
#include "script/tuple_object.h"

namespace streplay::script {

// Calling an exception class, also one of the script's own.
Value ConstructException(Interpreter& interpreter, ClassObject& type, const Arguments& arguments);

// BaseException.__repr__ and __str__ (with KeyError's and OSError's own).
Value ExceptionRepr(Interpreter& interpreter, ExceptionObject& exception);
Value ExceptionStr(Interpreter& interpreter, ExceptionObject& exception);

// Their constructor and methods.
void DefineExceptionMethods(Heap& heap);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_EXCEPTION_CLASS_H_
