// The text of a value for people, made without touching the script: no __repr__ of its classes is
// called, no identity given, no step counted.
#ifndef STREPLAY_RUNTIME_VALUE_TEXT_H_
#define STREPLAY_RUNTIME_VALUE_TEXT_H_

#include <string>

#include "script/value.h"

namespace streplay {

class ScriptRun;

// The value's repr; "<Class object>" for what has none of its own here. What is nested deeply, or
// goes on for long, is cut with an ellipsis.
std::string ValueText(ScriptRun& run, const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_VALUE_TEXT_H_
