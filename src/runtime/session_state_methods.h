// The methods of `st.session_state`: those of Python's MutableMapping, and to_dict.
#ifndef STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_
#define STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_

#include "script/class_object.h"

namespace streplay {

class Server;

// The class with its methods, which are defined once a heap.
script::ClassObject& SessionStateClass(Server& server);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_STATE_METHODS_H_
