// The items are SessionState's; what is missing, forbidden and how it is called is decided here.
#include "runtime/session_state_proxy.h"

#include <string>

#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/dict_object.h"
#include "script/operations.h"

namespace streplay {

using script::Interpreter;
using script::Value;

namespace {

// Streamlit keeps these for its own ids.
constexpr std::string_view kReservedPrefix = "$$GENERATED_WIDGET_KEY";

// The key's text; nothing when an exception is pending.
std::optional<std::string> KeyText(ScriptRun& run, const Value& key) {
  std::optional<std::string> text = script::StrText(run.interpreter(), key);
  if (!text || !text->starts_with(kReservedPrefix)) return text;
  RaiseApiException(run,
                    "keys of session_state must not begin with " + std::string(kReservedPrefix));
  return std::nullopt;
}

Value RaiseMissing(ScriptRun& run, const std::string& key) {
  return RaiseStreamlits(run, *run.interpreter().classes().key_error,
                         "st.session_state has no key '" + key + "'");
}

bool MaySet(ScriptRun& run, const std::string& key) {
  std::optional<SharedText> id = run.session().state.widget_id_of(key);
  const bool is_taken = (id && run.widget_ids().Contains(*id)) || run.form_ids().contains(key);
  if (!is_taken) return true;
  RaiseApiException(run, "st.session_state." + key +
                             " cannot be set once the widget with that key is on the page");
  return false;
}

// A missing key is a missing attribute.
void KeyErrorToAttributeError(ScriptRun& run, script::Symbol name) {
  Interpreter& interpreter = run.interpreter();
  if (!interpreter.IsPending(*interpreter.classes().key_error)) return;
  interpreter.TakeException();
  RaiseStreamlits(run, *interpreter.classes().attribute_error,
                  "st.session_state has no attribute '" + std::string(run.heap().Text(name)) + "'");
}

}  // namespace

SessionStateProxy::SessionStateProxy(Server& server)
    : HostObject(server.classes().session_state), server_(server) {
}

ScriptRun& SessionStateProxy::run() const {
  return server_.current_run();
}

Value SessionStateProxy::ToDict() {
  std::optional<SessionState::Items> items = run().session().state.VisibleItems(run());
  if (!items) return {};
  auto dict = run().heap().MakeDict();
  for (auto& [key, value] : *items) dict->SetString(key, std::move(value));
  return dict;
}

Value SessionStateProxy::Find(const Value& key) {
  std::optional<std::string> text = KeyText(run(), key);
  return text ? run().session().state.Get(run(), *text) : Value();
}

Value SessionStateProxy::GetItem(Interpreter& interpreter, const Value& key) {
  std::optional<std::string> text = KeyText(run(), key);
  if (!text) return {};
  Value value = run().session().state.Get(run(), *text);
  if (value.empty() && !interpreter.failed()) return RaiseMissing(run(), *text);
  return value;
}

bool SessionStateProxy::SetItem(Interpreter&, const Value& key, const Value& value) {
  std::optional<std::string> text = KeyText(run(), key);
  if (!text || !MaySet(run(), *text)) return false;
  run().session().state.Set(*text, value);
  return true;
}

bool SessionStateProxy::DeleteItem(Interpreter& interpreter, const Value& key) {
  std::optional<std::string> text = KeyText(run(), key);
  if (!text) return false;
  if (run().session().state.Delete(run(), *text)) return true;
  if (!interpreter.failed()) RaiseMissing(run(), *text);
  return false;
}

// The methods of a mapping come first, as in Python's attribute lookup.
Value SessionStateProxy::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  const bool is_special = interpreter.heap().Text(name).starts_with("__");
  if (is_special || type().Find(name) != nullptr) return Object::GetAttribute(interpreter, name);
  Value value = GetItem(interpreter, interpreter.heap().SymbolString(name));
  if (value.empty()) KeyErrorToAttributeError(run(), name);
  return value;
}

bool SessionStateProxy::SetAttribute(Interpreter& interpreter, script::Symbol name,
                                     const Value& value) {
  return SetItem(interpreter, interpreter.heap().SymbolString(name), value);
}

bool SessionStateProxy::DeleteAttribute(Interpreter& interpreter, script::Symbol name) {
  if (DeleteItem(interpreter, interpreter.heap().SymbolString(name))) return true;
  KeyErrorToAttributeError(run(), name);
  return false;
}

std::optional<bool> SessionStateProxy::Contains(Interpreter& interpreter, const Value& item) {
  Value value = Find(item);
  if (interpreter.failed()) return std::nullopt;
  return !value.empty();
}

std::optional<int64_t> SessionStateProxy::Length(Interpreter& interpreter) {
  Value dict = ToDict();
  return dict.empty() ? std::nullopt : script::Length(interpreter, dict);
}

Value SessionStateProxy::Iterate(Interpreter& interpreter) {
  Value dict = ToDict();
  return dict.empty() ? Value() : script::Iterate(interpreter, dict);
}

Value SessionStateProxy::Str(Interpreter& interpreter) {
  Value dict = ToDict();
  return dict.empty() ? Value() : script::Str(interpreter, dict);
}

// A mapping equals another with the same items.
Value SessionStateProxy::Compare(Interpreter& interpreter, script::Comparison comparison,
                                 const Value& other) {
  auto* proxy = other.As<SessionStateProxy>();
  if (proxy == nullptr && !other.Is<script::DictObject>()) return Value::NotImplemented();
  if (comparison != script::Comparison::kEqual && comparison != script::Comparison::kNotEqual) {
    return Value::NotImplemented();
  }
  Value mine = ToDict();
  Value its = proxy != nullptr ? proxy->ToDict() : other;
  if (mine.empty() || its.empty()) return {};
  return script::CompareValues(interpreter, comparison, mine, its);
}

std::optional<int64_t> SessionStateProxy::Hash(Interpreter& interpreter) {
  interpreter.RaiseTypeError("unhashable type: 'SessionStateProxy'");
  return std::nullopt;
}

Value MakeSessionStateProxy(Server& server) {
  return server.heap().New<SessionStateProxy>(server);
}

}  // namespace streplay
