// Signatures as Python's inspect.signature writes them, for st.help.
#ifndef STREPLAY_RUNTIME_SIGNATURE_TEXT_H_
#define STREPLAY_RUNTIME_SIGNATURE_TEXT_H_

#include <optional>
#include <string>

#include "script/interpreter.h"
#include "script/value.h"

namespace streplay {

// The signature of a callable that a script defined: a function, a method, a class, an instance
// with
// `__call__`, and what functools.wraps made of one. Empty for anything that has none. Nothing when
// a completion is pending (a default's repr failed).
std::optional<std::string> SignatureText(script::Interpreter& interpreter,
                                         const script::Value& callable);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SIGNATURE_TEXT_H_
