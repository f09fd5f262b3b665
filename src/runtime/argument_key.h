// The key of a call's arguments: what makes two calls of a cached function the same (rule
// arguments.by-value).
#ifndef STREPLAY_RUNTIME_ARGUMENT_KEY_H_
#define STREPLAY_RUNTIME_ARGUMENT_KEY_H_

#include <optional>
#include <string>
#include <vector>

#include "runtime/call_evidence.h"
#include "script/arguments.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

// Every argument with its parameter's name, in the order of the call; names with a leading
// underscore are left out, defaults that were not given too. Nothing when an argument cannot be
// hashed (UnhashableParamError is pending). `function_name` is for that error. `evidence`, when
// there is one, is told of every argument.
std::optional<std::string> ArgumentKey(ScriptRun& run, const script::Value& function,
                                       std::string_view function_name,
                                       const script::Arguments& arguments,
                                       std::vector<ArgumentEvidence>* evidence);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ARGUMENT_KEY_H_
