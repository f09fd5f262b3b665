// copy.deepcopy: widgets return copies of what the session's state holds.
#ifndef STREPLAY_RUNTIME_DEEP_COPY_H_
#define STREPLAY_RUNTIME_DEEP_COPY_H_

#include "script/value.h"

namespace streplay {

class ScriptRun;

// What is immutable, and functions, classes and opaque values, are shared with the copy; so are
// parts that occur more than once among themselves. Empty when an exception is pending.
script::Value DeepCopy(ScriptRun& run, const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_DEEP_COPY_H_
