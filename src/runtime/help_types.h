// Questions about types that st.write and st.help ask.
#ifndef STREPLAY_RUNTIME_HELP_TYPES_H_
#define STREPLAY_RUNTIME_HELP_TYPES_H_

#include "script/interpreter.h"
#include "script/value.h"

namespace streplay {

// Whether st.write explains the value instead of showing it: functions, methods and modules.
bool HasHelpType(const script::Value& value);

// Whether the value is an instance of a class that collections.namedtuple made.
bool IsNamedTuple(script::Interpreter& interpreter, const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_HELP_TYPES_H_
