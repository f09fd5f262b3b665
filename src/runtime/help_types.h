// Questions about types that st.write and st.help ask.
#ifndef STREPLAY_RUNTIME_HELP_TYPES_H_
#define STREPLAY_RUNTIME_HELP_TYPES_H_

#include "script/class_object.h"
#include "script/heap.h"
#include "script/tuple_object.h"
#include "script/value.h"

namespace streplay {

// Whether st.write explains the value instead of showing it: functions, methods and modules.
bool HasHelpType(const script::Value& value);

// The names of the fields when collections.namedtuple made the class (not one derived from such a
// class), else null.
const script::TupleObject* FindFields(script::Heap& heap, script::ClassObject& type);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_HELP_TYPES_H_
