// The methods of `st.session_state`: those of Python's MutableMapping, and to_dict.
#ifndef STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_
#define STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_

#include "script/class_object.h"

namespace streplay {

// Gives them to the class of `st.session_state`, once a heap.
void DefineSessionStateMethods(script::Heap& heap, script::ClassObject& type);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_
