// The package `streamlit` as scripts import it.
#ifndef STREPLAY_RUNTIME_STREAMLIT_MODULE_H_
#define STREPLAY_RUNTIME_STREAMLIT_MODULE_H_

#include <string_view>

#include "script/value.h"

namespace streplay::script {
class Interpreter;
}

namespace streplay {

class Server;

// The module `streamlit` with every command of the registry, `sidebar`, `session_state`, the
// caching decorators, and the packages `components.v1` and `errors` below it.
script::Value MakeStreamlitModule(Server& server);

// The module with that path ("streamlit", "streamlit.components.v1", "streamlit.errors"). Any other
// ends the run: what it would do is not modelled.
script::Value ImportStreamlit(script::Interpreter& interpreter, Server& server,
                              std::string_view path);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STREAMLIT_MODULE_H_
