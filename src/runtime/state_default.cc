#include "runtime/state_default.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "runtime/caching_runtime.h"
#include "runtime/call_witness.h"
#include "runtime/recorder.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"
#include "runtime/widget_options.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

bool IsScalar(const Value& value) {
  return value.is_integral() || value.is_float() || IsDateOrDuration(value);
}

// Other values are not hashed: that could raise what the slider itself would not.
bool MayBeDefault(ScriptRun& run, const Value& value) {
  if (!IsRangeValue(value)) return IsScalar(value);
  std::vector<Value> items;
  if (!script::CollectItems(run.interpreter(), value, items)) {
    run.interpreter().TakeException();
    return false;
  }
  return std::all_of(items.begin(), items.end(), IsScalar);
}

std::string ValueKey(ScriptRun& run, const Value& value) {
  if (!MayBeDefault(run, value)) return {};
  std::optional<std::string> key = HashBytes(run, value);
  if (!key) run.interpreter().TakeException();
  if (key && run.witness() != nullptr) run.witness()->NameValue(*key, ValueText(run, value));
  return key.value_or(std::string());
}

void Note(ScriptRun& run, const StateDefaultPtr& state_default, const Value& found) {
  run.server().caching().recorder().NoteStateDefault(state_default,
                                                     StateDefaultKeyOf(run, *state_default, found));
}

}  // namespace

void NoteStateDefault(ScriptRun& run, const std::string& user_key, const Value& initial,
                      const Value& found) {
  bool counts = run.profile().entry_lookup == EntryLookup::kDecisionTree &&
                run.server().caching().recorder().is_running();
  if (!counts) return;
  std::string initial_key = ValueKey(run, initial);
  std::string id =
      "session_state-" + std::to_string(user_key.size()) + ":" + user_key + "-" + initial_key;
  Note(run, std::make_shared<StateDefault>(StateDefault{user_key, initial_key, std::move(id)}),
       found);
}

bool NoteStateDefaultAgain(ScriptRun& run, const StateDefaultPtr& recorded) {
  if (!run.server().caching().recorder().is_running()) return true;
  Value found = run.session().state.VisibleItem(run, recorded->user_key);
  if (run.interpreter().failed()) return false;
  Note(run, recorded, found);
  return true;
}

std::optional<std::string> StateDefaultKey(ScriptRun& run, const StateDefault& state_default) {
  Value found = run.session().state.VisibleItem(run, state_default.user_key);
  if (run.interpreter().failed()) return std::nullopt;
  return StateDefaultKeyOf(run, state_default, found);
}

std::string StateDefaultKeyOf(ScriptRun& run, const StateDefault& state_default,
                              const Value& found) {
  return found.empty() ? state_default.initial_key : ValueKey(run, found);
}

WidgetInput StateDefaultEvidence(ScriptRun& run, const StateDefault& state_default) {
  const std::string& key = state_default.user_key;
  SessionState::Glimpse now = run.session().state.GlanceVisible(run, key);
  WidgetInput input;
  input.widget = {"st.session_state[\"" + key + "\"]", {}, {}, key};
  input.value = now.is_in_state ? ValueText(run, now.value)
                                : run.witness()->ValueNamed(state_default.initial_key);
  input.is_in_state = now.is_in_state;
  return input;
}

}  // namespace streplay
