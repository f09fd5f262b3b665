// Calling functions of the script.
#ifndef STREPLAY_SCRIPT_CALL_FUNCTION_H_
#define STREPLAY_SCRIPT_CALL_FUNCTION_H_

#include "script/frame.h"
#include "script/function_object.h"

namespace streplay::script {

// Binds the arguments and runs the body.
Value CallFunction(Interpreter& interpreter, FunctionObject& function, const Arguments& arguments);

// The function object that a def or lambda makes in `frame`; evaluates defaults and annotations.
Value MakeFunction(Interpreter& interpreter, Frame& frame, const Function& code);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_CALL_FUNCTION_H_
