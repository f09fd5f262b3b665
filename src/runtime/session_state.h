// A session's state: Streamlit's SessionState (specs/semantics.md, Sessions and widgets).
//
// Four layers, looked up in this order: what this run set under a user key, what the browser sent
// or a registration started for this run, what earlier runs left under the widget's id, and under
// the key. A run begins by folding the upper two into the lower two.
//
// Keys and ids share the old layer, as in Streamlit. An id is one that was registered in the
// session. Streamlit keeps sets of keys, whose order is arbitrary; here it is that of first
// appearance.
#ifndef STREPLAY_RUNTIME_SESSION_STATE_H_
#define STREPLAY_RUNTIME_SESSION_STATE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "runtime/insertion_ordered_map.h"
#include "runtime/widget_metadata.h"
#include "runtime/wire_value.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

class SessionState {
 public:
  struct Registration {
    script::Value value;            // empty when an exception is pending
    bool is_set_by_script = false;  // session_state set it in this run: the browser must be told
  };

  // The start of a run that the browser asked for: folds the state, takes over `states`, and calls
  // the callbacks of the widgets whose value changed, in the order of `states`. False when a
  // callback failed (its exception is pending).
  [[nodiscard]] bool OnScriptWillRerun(ScriptRun& run, const WidgetStates& states);

  // The end of a run: triggers become False, and what belongs to widgets that the run did not
  // register is dropped, as the profile has it.
  void OnScriptFinished(ScriptRun& run);

  // Whether the id and key may be used again in a run is not asked here (RegisterWidget, widget.h).
  Registration Register(ScriptRun& run, const WidgetMetadataPtr& metadata);

  // The value that registering the widget now would yield, without registering it. Empty when an
  // exception is pending.
  script::Value Peek(ScriptRun& run, const WidgetMetadata& metadata);

  struct Glimpse {
    script::Value value;  // empty: it cannot be told
    bool is_in_state = false;
  };
  // As Peek, but nothing is left behind: neither a value made of what the browser sent, nor an
  // exception.
  Glimpse Glance(ScriptRun& run, const WidgetMetadata& metadata);
  // As Peek; empty without a pending exception when the state has no value for the widget.
  script::Value Find(ScriptRun& run, const WidgetMetadata& metadata);

  // The value of a widget that is in the state; empty without a pending exception when it is not.
  script::Value FindWidget(ScriptRun& run, const SharedText& widget_id);

  // Whether this run set a value under the user key.
  bool IsNewValue(const std::string& user_key) const {
    return new_session_state_.Contains(SharedText(user_key));
  }

  // What `st.session_state` does with a user key. Get returns an empty value without a pending
  // exception when there is none. Set and Delete are the raw operations; that a widget registered
  // in this run forbids setting its key is checked by the caller through `widget_id_of`.
  script::Value Get(ScriptRun& run, const std::string& user_key);
  void Set(const std::string& user_key, script::Value value);
  // False when there was none, or an exception is pending.
  bool Delete(ScriptRun& run, const std::string& user_key);
  std::optional<SharedText> widget_id_of(const std::string& user_key) const;

  // The keys that scripts see: user keys, those of widgets too, in the order in which they came,
  // with their values. Nothing when an exception is pending.
  using Items = std::vector<std::pair<std::string, script::Value>>;
  std::optional<Items> VisibleItems(ScriptRun& run);
  // The value of one of them; empty without a pending exception when there is none.
  script::Value VisibleItem(ScriptRun& run, const std::string& user_key);
  // As VisibleItem, but nothing is left behind (see Glance).
  Glimpse GlanceVisible(ScriptRun& run, const std::string& user_key);

 private:
  struct WidgetValue {
    script::Value value;  // empty: still as the browser sent it
    WireValue wire;
  };

  bool IsWidgetId(const SharedText& key) const { return metadata_.Contains(key); }
  const SharedText& IdOf(const SharedText& key) const;
  void MapKey(const SharedText& user_key, const SharedText& widget_id);
  std::vector<SharedText> AllKeys() const;

  // Each: empty without a pending exception when there is none.
  script::Value FindNewWidget(ScriptRun& run, const SharedText& widget_id,
                              const WidgetMetadata* metadata);
  script::Value FindOld(const SharedText& key) const;
  script::Value Find(ScriptRun& run, const SharedText& widget_id, const SharedText& user_key,
                     const WidgetMetadata* metadata);
  script::Value FindByKeyOrId(ScriptRun& run, const SharedText& key);

  void ReleaseTriggers();
  void DropUnrendered(const SharedTextSet& registered);
  bool IsFolded(const SharedText& key) const;
  bool Fold(ScriptRun& run);
  bool FoldWidgets(ScriptRun& run);
  bool FoldAll(ScriptRun& run);
  std::optional<bool> HasChanged(ScriptRun& run, const SharedText& widget_id);
  bool CallCallbacks(ScriptRun& run);
  bool CallCallback(ScriptRun& run, const SharedText& widget_id);

  InsertionOrderedMap<script::Value> old_state_;
  InsertionOrderedMap<script::Value> new_session_state_;
  InsertionOrderedMap<WidgetValue> new_widget_state_;
  InsertionOrderedMap<WidgetMetadataPtr> metadata_;  // by widget id; never forgotten
  InsertionOrderedMap<SharedText> id_of_key_;
  InsertionOrderedMap<SharedText> key_of_id_;  // the inverse
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SESSION_STATE_H_
