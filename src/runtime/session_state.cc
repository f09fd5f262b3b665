// Values that the browser sent stay in their wire form until somebody asks for them: only the
// widget's metadata, which the last registration left, can make Python values of them.
#include "runtime/session_state.h"

#include "runtime/call_callback.h"
#include "runtime/deep_copy.h"
#include "runtime/notices.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "script/operations.h"

namespace streplay {

using script::Interpreter;
using script::Value;

const SharedText& SessionState::IdOf(const SharedText& key) const {
  const SharedText* id = id_of_key_.Find(key);
  return id == nullptr ? key : *id;
}

std::optional<SharedText> SessionState::widget_id_of(const std::string& user_key) const {
  const SharedText* id = id_of_key_.Find(SharedText(user_key));
  return id == nullptr ? std::nullopt : std::optional(*id);
}

void SessionState::MapKey(const SharedText& user_key, const SharedText& widget_id) {
  const SharedText* known = id_of_key_.Find(user_key);
  if (known != nullptr && *known == widget_id) return;
  if (known != nullptr) key_of_id_.Erase(*known);
  id_of_key_.Set(user_key, widget_id);
  key_of_id_.Set(widget_id, user_key);
}

// A KeyError that making the value raises counts as "no such widget", as Streamlit's lookups take
// it.
Value SessionState::FindNewWidget(ScriptRun& run, const SharedText& widget_id,
                                  const WidgetMetadata* metadata) {
  WidgetValue* slot = new_widget_state_.Find(widget_id);
  if (slot == nullptr) return {};
  if (!slot->value.empty()) return slot->value;
  if (const WidgetMetadataPtr* known = metadata_.Find(widget_id)) metadata = known->get();
  if (metadata == nullptr) return {};
  const WireValue wire = slot->wire;
  Value value = metadata->serde->Deserialize(run, &wire);
  Interpreter& interpreter = run.interpreter();
  if (value.empty()) {
    if (interpreter.IsPending(*interpreter.classes().key_error)) interpreter.TakeException();
    return {};
  }
  slot = new_widget_state_.Find(widget_id);
  if (slot != nullptr) slot->value = value;
  return value;
}

Value SessionState::FindOld(const SharedText& key) const {
  const Value* value = old_state_.Find(key);
  return value == nullptr ? Value() : *value;
}

Value SessionState::Find(ScriptRun& run, const SharedText& widget_id, const SharedText& user_key,
                         const WidgetMetadata* metadata) {
  if (const Value* value = new_session_state_.Find(user_key)) return *value;
  Value value = FindNewWidget(run, widget_id, metadata);
  if (!value.empty() || run.interpreter().failed()) return value;
  value = FindOld(widget_id);
  return value.empty() ? FindOld(user_key) : value;
}

Value SessionState::FindByKeyOrId(ScriptRun& run, const SharedText& key) {
  const SharedText widget_id = IdOf(key);
  const SharedText* user_key = widget_id == key ? key_of_id_.Find(key) : nullptr;
  return Find(run, widget_id, user_key == nullptr ? key : *user_key, nullptr);
}

std::vector<SharedText> SessionState::AllKeys() const {
  std::vector<SharedText> keys;
  SharedTextSet seen;
  auto add = [&](const SharedText& key) {
    if (seen.Insert(key)) keys.push_back(key);
  };
  for (const auto& [key, value] : old_state_) add(IdOf(key));
  for (const auto& [id, value] : new_widget_state_) add(id);
  for (const auto& [key, value] : new_session_state_) add(IdOf(key));
  return keys;
}

// Whether the old layer has the key's value already: no upper one has another. Most are, and
// folding looks at the others only.
bool SessionState::IsFolded(const SharedText& key) const {
  return new_session_state_.size() == 0 && !new_widget_state_.Contains(key) &&
         !id_of_key_.Contains(key) && old_state_.Contains(key);
}

bool SessionState::Fold(ScriptRun& run) {
  const bool is_plain = new_session_state_.size() == 0 && id_of_key_.size() == 0;
  if (!(is_plain ? FoldWidgets(run) : FoldAll(run))) return false;
  new_session_state_.Clear();
  new_widget_state_.Clear();
  return true;
}

// Without keys of the script's only what the browser sent is to be folded.
bool SessionState::FoldWidgets(ScriptRun& run) {
  for (auto& [id, old] : old_state_) {
    Value value = FindNewWidget(run, id, nullptr);
    if (run.interpreter().failed()) return false;
    if (!value.empty()) old = std::move(value);
  }
  for (const auto& [id, slot] : new_widget_state_) {
    if (old_state_.Contains(id)) continue;
    Value value = FindNewWidget(run, id, nullptr);
    if (run.interpreter().failed()) return false;
    if (!value.empty()) old_state_.Set(id, std::move(value));
  }
  return true;
}

bool SessionState::FoldAll(ScriptRun& run) {
  for (const SharedText& key : AllKeys()) {
    if (IsFolded(key)) continue;
    Value value = FindByKeyOrId(run, key);
    if (run.interpreter().failed()) return false;
    if (!value.empty()) old_state_.Set(key, std::move(value));
  }
  return true;
}

bool SessionState::OnScriptWillRerun(ScriptRun& run, const WidgetStates& states) {
  if (!Fold(run)) return false;
  for (const WidgetState& state : states) new_widget_state_.Set(state.id, {Value(), state.value});
  return CallCallbacks(run);
}

std::optional<bool> SessionState::HasChanged(ScriptRun& run, const SharedText& widget_id) {
  Interpreter& interpreter = run.interpreter();
  Value now = FindNewWidget(run, widget_id, nullptr);
  if (interpreter.failed()) return std::nullopt;
  if (now.empty()) now = Value::None();
  Value before = FindOld(widget_id);
  if (before.empty()) before = Value::None();
  // As nearly always; a float may be NaN, which differs from itself, and so may what a script made.
  if (now.IsIdenticalTo(before) && !now.is_float() && !now.is_object()) return false;
  return script::Holds(interpreter, script::Comparison::kNotEqual, now, before);
}

bool SessionState::CallCallbacks(ScriptRun& run) {
  std::vector<SharedText> changed;
  for (const SharedText& id : new_widget_state_.Keys()) {
    std::optional<bool> has_changed = HasChanged(run, id);
    if (!has_changed) return false;
    if (*has_changed) changed.push_back(id);
  }
  for (const SharedText& id : changed) {
    if (!CallCallback(run, id)) return false;
  }
  return true;
}

bool SessionState::CallCallback(ScriptRun& run, const SharedText& widget_id) {
  const WidgetMetadataPtr* metadata = metadata_.Find(widget_id);
  if (metadata == nullptr || (*metadata)->callback.empty()) return true;
  const WidgetMetadataPtr kept = *metadata;
  if (streplay::CallCallback(run.interpreter(), kept->callback, kept->args, kept->kwargs)) {
    return true;
  }
  // st.experimental_rerun() in a callback does nothing (specs/semantics.md).
  if (!run.interpreter().IsPending(run.server().classes().rerun_exception)) return false;
  run.interpreter().TakeException();
  return ShowNotice(run, "rerun-in-callback");
}

void SessionState::OnScriptFinished(ScriptRun& run) {
  if (run.profile().trigger_reset == TriggerReset::kAfterRun) ReleaseTriggers();
  if (run.profile().unrendered_widget == UnrenderedWidget::kForgotten) {
    DropUnrendered(run.widget_ids());
  }
}

void SessionState::ReleaseTriggers() {
  auto is_trigger = [this](const SharedText& id) {
    const WidgetMetadataPtr* metadata = metadata_.Find(id);
    return metadata != nullptr && (*metadata)->is_trigger;
  };
  for (auto& [id, slot] : new_widget_state_) {
    if (is_trigger(id)) slot = {Value::Bool(false), {}};
  }
  for (auto& [key, value] : old_state_) {
    if (is_trigger(key)) value = Value::Bool(false);
  }
}

void SessionState::DropUnrendered(const SharedTextSet& registered) {
  new_widget_state_.EraseIf([&](const auto& entry) { return !registered.Contains(entry.first); });
  old_state_.EraseIf([&](const auto& entry) {
    return IsWidgetId(entry.first) && !registered.Contains(entry.first);
  });
}

SessionState::Registration SessionState::Register(ScriptRun& run,
                                                  const WidgetMetadataPtr& metadata) {
  metadata_.Set(metadata->id, metadata);
  if (metadata->user_key) MapKey(*metadata->user_key, metadata->id);
  Value value = FindByKeyOrId(run, metadata->id);
  if (run.interpreter().failed()) return {};
  if (value.empty()) {
    value = metadata->serde->Deserialize(run, nullptr);
    if (!value.empty()) value = DeepCopy(run, value);
    if (value.empty()) return {};
    new_widget_state_.Set(metadata->id, {value, {}});
  }
  // A copy, so that the script cannot change what the state holds.
  Value copy = DeepCopy(run, value);
  return {copy, metadata->user_key && new_session_state_.Contains(*metadata->user_key)};
}

Value SessionState::Find(ScriptRun& run, const WidgetMetadata& metadata) {
  const SharedText& key = metadata.user_key ? *metadata.user_key : metadata.id;
  return Find(run, metadata.id, key, &metadata);
}

Value SessionState::Peek(ScriptRun& run, const WidgetMetadata& metadata) {
  const SharedText& key = metadata.user_key ? *metadata.user_key : metadata.id;
  Value value = Find(run, metadata.id, key, &metadata);
  if (run.interpreter().failed()) return {};
  if (value.empty()) value = metadata.serde->Deserialize(run, nullptr);
  return value.empty() ? Value() : DeepCopy(run, value);
}

SessionState::Glimpse SessionState::Glance(ScriptRun& run, const WidgetMetadata& metadata) {
  const WidgetValue* slot = new_widget_state_.Find(metadata.id);
  std::optional<WidgetValue> kept;
  if (slot != nullptr) kept = *slot;
  const SharedText& key = metadata.user_key ? *metadata.user_key : metadata.id;
  Glimpse glimpse{Find(run, metadata.id, key, &metadata), false};
  if (kept) new_widget_state_.Set(metadata.id, std::move(*kept));
  glimpse.is_in_state = !glimpse.value.empty() || run.interpreter().failed();
  if (!glimpse.is_in_state) glimpse.value = metadata.serde->Deserialize(run, nullptr);
  run.interpreter().TakeException();
  return glimpse;
}

Value SessionState::FindWidget(ScriptRun& run, const SharedText& widget_id) {
  return FindByKeyOrId(run, widget_id);
}

Value SessionState::Get(ScriptRun& run, const std::string& user_key) {
  return FindByKeyOrId(run, SharedText(user_key));
}

void SessionState::Set(const std::string& user_key, Value value) {
  new_session_state_.Set(SharedText(user_key), std::move(value));
}

bool SessionState::Delete(ScriptRun& run, const std::string& key) {
  const SharedText user_key(key);
  const SharedText widget_id = IdOf(user_key);
  if (FindByKeyOrId(run, user_key).empty()) {
    if (run.interpreter().failed() || FindByKeyOrId(run, widget_id).empty()) return false;
  }
  new_session_state_.Erase(user_key);
  old_state_.Erase(user_key);
  if (id_of_key_.Erase(user_key)) key_of_id_.Erase(widget_id);
  new_widget_state_.Erase(widget_id);
  old_state_.Erase(widget_id);
  return true;
}

std::optional<SessionState::Items> SessionState::VisibleItems(ScriptRun& run) {
  Items items;
  for (const SharedText& key : AllKeys()) {
    SharedText shown = key;
    if (IsWidgetId(key)) {
      const SharedText* user_key = key_of_id_.Find(key);
      if (user_key == nullptr) continue;
      shown = *user_key;
    }
    Value value = FindByKeyOrId(run, key);
    if (run.interpreter().failed()) return std::nullopt;
    if (!value.empty()) items.emplace_back(shown.text(), std::move(value));
  }
  return items;
}

Value SessionState::VisibleItem(ScriptRun& run, const std::string& user_key) {
  std::optional<Items> items = VisibleItems(run);
  if (!items) return {};
  for (auto& [key, value] : *items) {
    if (key == user_key) return std::move(value);
  }
  return {};
}

SessionState::Glimpse SessionState::GlanceVisible(ScriptRun& run, const std::string& user_key) {
  std::vector<std::pair<SharedText, WidgetValue>> kept;
  for (const auto& [id, slot] : new_widget_state_) kept.emplace_back(id, slot);
  Glimpse glimpse{VisibleItem(run, user_key), false};
  for (auto& [id, slot] : kept) new_widget_state_.Set(id, std::move(slot));
  run.interpreter().TakeException();
  glimpse.is_in_state = !glimpse.value.empty();
  return glimpse;
}

}  // namespace streplay
