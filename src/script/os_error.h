// OSError: its arguments are an error number, a text and a file name, and the number picks the
// class.
#ifndef STREPLAY_SCRIPT_OS_ERROR_H_
#define STREPLAY_SCRIPT_OS_ERROR_H_

#include "script/interpreter.h"

namespace streplay::script {

// Calling OSError or a class derived from it (without an `__init__` of its own).
Value ConstructOsError(Interpreter& interpreter, ClassObject& type, const Arguments& arguments);

// "[Errno 2] No such file: 'a'"; empty without anything pending when there is no error number.
Value OsErrorStr(Interpreter& interpreter, ExceptionObject& exception);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_OS_ERROR_H_
