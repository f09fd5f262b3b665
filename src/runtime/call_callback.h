// Calling a widget's callback with the arguments that its command was given: `callback(*args,
// **kwargs)`.
#ifndef STREPLAY_RUNTIME_CALL_CALLBACK_H_
#define STREPLAY_RUNTIME_CALL_CALLBACK_H_

#include "script/interpreter.h"

namespace streplay {

// `args` and `kwargs` as the script gave them; empty, None and whatever else is false count as
// none. False when an exception is pending.
[[nodiscard]] bool CallCallback(script::Interpreter& interpreter, const script::Value& callback,
                                const script::Value& args, const script::Value& kwargs);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CALL_CALLBACK_H_
