// json.dumps of a value, for commands that show or check JSON.
#ifndef STREPLAY_RUNTIME_JSON_TEXT_H_
#define STREPLAY_RUNTIME_JSON_TEXT_H_

#include <optional>
#include <string>

#include "script/interpreter.h"
#include "script/value.h"

namespace streplay {

// json.dumps(value). Nothing when an exception is pending.
std::optional<std::string> JsonText(script::Interpreter& interpreter, const script::Value& value);

// Likewise, showing what JSON does not know: sets as lists, everything else as its repr. With
// `skip_keys`, entries whose key is no JSON key are left out; otherwise they raise TypeError.
std::optional<std::string> LenientJsonText(script::Interpreter& interpreter,
                                           const script::Value& value, bool skip_keys);

// Likewise, for the specification of a chart: opaque values within it are as good as any.
std::optional<std::string> ChartJsonText(script::Interpreter& interpreter,
                                         const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_JSON_TEXT_H_
