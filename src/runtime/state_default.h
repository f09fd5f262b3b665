// A default that comes from the session's state: st.slider with a key and without a value takes
// what is under its key. Where entries are found by a decision tree (`entry_lookup`) it is an input
// of the running cached functions, as a widget is: the slider's id and default follow from it.
#ifndef STREPLAY_RUNTIME_STATE_DEFAULT_H_
#define STREPLAY_RUNTIME_STATE_DEFAULT_H_

#include <memory>
#include <optional>
#include <string>

#include "runtime/call_evidence.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

// Value keys are bytes of values, as of widgets; empty: of what no slider can start with, for which
// an entry is never found.
struct StateDefault {
  std::string user_key;
  std::string initial_key;  // what counts while the state has nothing under the key
  std::string id;           // among the ids of widgets
};

using StateDefaultPtr = std::shared_ptr<const StateDefault>;

// Tells the running functions that a command asked for it. `found` is what the state had, empty
// when it had nothing; then the command takes `initial`.
void NoteStateDefault(ScriptRun& run, const std::string& user_key, const script::Value& initial,
                      const script::Value& found);

// The same of one that a replayed function asked for. False when an exception is pending.
[[nodiscard]] bool NoteStateDefaultAgain(ScriptRun& run, const StateDefaultPtr& recorded);

// The value key that counts in the run's session now. Nothing when an exception is pending.
std::optional<std::string> StateDefaultKey(ScriptRun& run, const StateDefault& state_default);

// The value key of what the state has; `initial_key` when it is empty.
std::string StateDefaultKeyOf(ScriptRun& run, const StateDefault& state_default,
                              const script::Value& found);

// What a witness is told of it: what the state has now, or what counts instead. Leaves nothing
// behind in the state.
WidgetInput StateDefaultEvidence(ScriptRun& run, const StateDefault& state_default);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STATE_DEFAULT_H_
