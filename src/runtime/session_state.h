// A session's state: Streamlit's SessionState (specs/semantics.md, Sessions and widgets).
//
// Four layers, looked up in this order: what this run set under a user key, what the browser sent or
// a registration started for this run, what earlier runs left under the widget's id, and under the
// key. A run begins by folding the upper two into the lower two.
#ifndef STREPLAY_RUNTIME_SESSION_STATE_H_
#define STREPLAY_RUNTIME_SESSION_STATE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/widget_metadata.h"
#include "runtime/wire_value.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

class SessionState {
 public:
  struct Registration {
    script::Value value;     // empty when an exception is pending
    bool is_set_by_script = false;  // session_state set it in this run: the browser must be told
  };

  // The start of a run that the browser asked for: folds the state, takes over `states`, and calls
  // the callbacks of the widgets whose value changed, in the order of `states`. False when a callback
  // failed (its exception is pending).
  [[nodiscard]] bool OnScriptWillRerun(ScriptRun& run, const WidgetStates& states);

  // The end of a run: triggers become False, and what belongs to widgets that are not among
  // `registered` is dropped.
  void OnScriptFinished(const std::set<std::string>& registered);

  Registration Register(ScriptRun& run, const WidgetMetadataPtr& metadata);

  // The value that registering the widget now would yield, without registering it. Empty when an
  // exception is pending.
  script::Value Peek(ScriptRun& run, const WidgetMetadata& metadata) const;

  // The value of a widget that is in the state; empty without a pending exception when it is not.
  script::Value FindWidget(ScriptRun& run, const std::string& widget_id);

  // Whether this run set a value under the user key.
  bool IsNewValue(const std::string& user_key) const;

  // What `st.session_state` does with a user key. Get returns an empty value without a pending
  // exception when there is none. Set and Delete are the raw operations; that a widget registered in
  // this run forbids setting its key is checked by the caller through `widget_id_of`.
  script::Value Get(ScriptRun& run, const std::string& user_key);
  void Set(const std::string& user_key, script::Value value);
  bool Delete(ScriptRun& run, const std::string& user_key);  // false: there was none
  std::optional<std::string> widget_id_of(const std::string& user_key) const;

  // The keys that scripts see: user keys, of widgets too, in the order in which they came.
  std::vector<std::string> Keys(ScriptRun& run);

 private:
  // (the author of session_state.cc completes this)
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_STATE_H_
