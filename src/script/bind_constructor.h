// Binding the arguments of a built-in class that is called.
#ifndef STREPLAY_SCRIPT_BIND_CONSTRUCTOR_H_
#define STREPLAY_SCRIPT_BIND_CONSTRUCTOR_H_

#include <array>
#include <span>
#include <string_view>

#include "script/interpreter.h"
#include "script/signature.h"

namespace streplay::script {

// Binds to a signature written as in tables (native_function.h), with the messages of a built-in
// class; false when a TypeError was raised. `bound` is as long as the signature.
inline bool BindConstructor(Interpreter& interpreter, std::string_view name,
                            std::string_view signature_text, const Arguments& arguments,
                            std::span<Value> bound) {
  const Signature& signature = interpreter.heap().SignatureOf(signature_text);
  Callable callable = {name, &signature, {}, ArityMessages::kConstructor, {}};
  return BindArguments(interpreter, callable, arguments, bound);
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_BIND_CONSTRUCTOR_H_
