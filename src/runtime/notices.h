// Alerts that Streamlit shows of its own accord. A stream carries them as facts, never as
// Streamlit's sentences (specs/stream-format.md).
#ifndef STREPLAY_RUNTIME_NOTICES_H_
#define STREPLAY_RUNTIME_NOTICES_H_

#include <string_view>

namespace streplay {

class ScriptRun;

// A warning on main, recorded like any st.warning. False when a completion is pending.
[[nodiscard]] bool ShowNotice(ScriptRun& run, std::string_view notice);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_NOTICES_H_
