// Pickled values: what a data function's cache keeps of the values it returned. Python's pickle as
// far as it can be observed: which values it refuses and with which exception, what is copied and
// what is stored by reference to a name of the script, and that shared and cyclic parts stay so.
#ifndef STREPLAY_RUNTIME_PICKLE_H_
#define STREPLAY_RUNTIME_PICKLE_H_

#include <memory>

#include "script/value.h"

namespace streplay {

class ScriptRun;
class PickledValue;  // immutable

using PickledPtr = std::shared_ptr<const PickledValue>;

// Null when an exception is pending: TypeError, PicklingError or AttributeError, as pickle raises.
PickledPtr Pickle(ScriptRun& run, const script::Value& value);

// A new copy. Functions and classes of the script are those that have the name in the current run
// now (AttributeError when there are none). Empty when an exception is pending.
script::Value Unpickle(ScriptRun& run, const PickledValue& pickled);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PICKLE_H_
