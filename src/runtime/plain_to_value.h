// A plain value of a scenario file as a Python value.
#ifndef STREPLAY_RUNTIME_PLAIN_TO_VALUE_H_
#define STREPLAY_RUNTIME_PLAIN_TO_VALUE_H_

#include "scenario/plain_value.h"
#include "script/heap.h"
#include "script/value.h"

namespace streplay {

// A new value each time: None, bool, int, float, str, list or dict with str keys.
script::Value PlainToValue(script::Heap& heap, const PlainValue& plain);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PLAIN_TO_VALUE_H_
