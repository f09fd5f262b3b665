// A session: one browser tab and the state that the server keeps for it.
#ifndef STREPLAY_RUNTIME_SESSION_H_
#define STREPLAY_RUNTIME_SESSION_H_

#include <map>
#include <string>
#include <vector>

#include "runtime/browser.h"
#include "runtime/session_state.h"

namespace streplay {

struct Session {
  std::string name;
  Browser browser;
  SessionState state;
  // st.experimental_set_query_params: what the address bar shows, in order.
  std::vector<std::pair<std::string, std::vector<std::string>>> query;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_H_
