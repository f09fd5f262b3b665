// The TypeErrors of argument binding, in CPython 3.11's words. Each raises and returns false.
#ifndef STREPLAY_SCRIPT_ARITY_ERRORS_H_
#define STREPLAY_SCRIPT_ARITY_ERRORS_H_

#include <span>

#include "script/signature.h"

namespace streplay::script {

bool RaiseTooManyPositional(Interpreter& interpreter, const Callable& callable,
                            const Arguments& arguments, std::span<const Value> bound);
bool RaiseUnexpectedKeyword(Interpreter& interpreter, const Callable& callable,
                            const Arguments& arguments, Symbol name);
// `slot` is the parameter's index.
bool RaiseMultipleValues(Interpreter& interpreter, const Callable& callable, Symbol name,
                         size_t slot);
// `bound` holds an empty Value for each parameter that is missing.
bool RaiseMissing(Interpreter& interpreter, const Callable& callable, const Arguments& arguments,
                  std::span<const Value> bound);

// What a built-in checks first; true when the number of arguments is possible.
bool CheckNativeCount(Interpreter& interpreter, const Callable& callable,
                      const Arguments& arguments);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_ARITY_ERRORS_H_
