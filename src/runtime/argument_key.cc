#include "runtime/argument_key.h"

#include <algorithm>

#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/value_hasher.h"
#include "runtime/value_text.h"
#include "script/function_object.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Value;

// The name of the parameter that takes positional argument `index`; none for *args and beyond.
std::optional<std::string_view> PositionalName(const script::Heap& heap, const Value& function,
                                               size_t index) {
  auto* script_function = function.As<script::FunctionObject>();
  if (script_function == nullptr) return std::nullopt;
  const script::Signature& signature = script_function->signature();
  if (index >= signature.positional_count()) return std::nullopt;
  return heap.Text(signature.parameters()[index].name);
}

// The parameters that the call leaves to their defaults.
void AddDefaults(ScriptRun& run, const Value& function, std::vector<ArgumentEvidence>& evidence) {
  auto* script_function = function.As<script::FunctionObject>();
  if (script_function == nullptr) return;
  const auto& parameters = script_function->signature().parameters();
  for (size_t i = 0; i < parameters.size(); ++i) {
    std::string name(run.heap().Text(parameters[i].name));
    bool is_given = std::any_of(evidence.begin(), evidence.end(),
                                [&](const auto& argument) { return argument.name == name; });
    if (is_given || !parameters[i].has_default) continue;
    evidence.push_back({std::move(name), ValueText(run, script_function->defaults()[i]),
                        ArgumentEvidence::Use::kDefault});
  }
}

}  // namespace

std::optional<std::string> ArgumentKey(ScriptRun& run, const Value& function,
                                       std::string_view function_name,
                                       const script::Arguments& arguments,
                                       std::vector<ArgumentEvidence>* evidence) {
  script::Heap& heap = run.heap();
  std::string key;
  auto tell = [&](std::optional<std::string_view> name, const Value& value,
                  ArgumentEvidence::Use use) {
    if (evidence == nullptr) return;
    evidence->push_back({std::string(name.value_or("")), ValueText(run, value), use});
  };
  auto add = [&](std::optional<std::string_view> name, const Value& value) {
    if (name && name->starts_with('_')) {
      tell(name, value, ArgumentEvidence::Use::kUnderscore);
      return true;
    }
    tell(name, value, ArgumentEvidence::Use::kKeyed);
    std::optional<std::string> bytes = name
                                           ? HashBytesOfPair(run, *name, value)
                                           : HashBytes(run, heap.MakeTuple({Value::None(), value}));
    if (bytes) {
      key += *bytes;
      return true;
    }
    if (evidence != nullptr) evidence->back().use = ArgumentEvidence::Use::kUnhashable;
    if (run.interpreter().IsPending(run.server().classes().unhashable_type_error)) {
      run.interpreter().TakeException();
      RaiseUnhashableParam(run, function_name,
                           name ? std::optional<std::string>(*name) : std::nullopt);
    }
    return false;
  };
  for (size_t i = 0; i < arguments.positional.size(); ++i) {
    if (!add(PositionalName(heap, function, i), arguments.positional[i])) return std::nullopt;
  }
  for (const script::KeywordArgument& argument : arguments.keywords) {
    if (!add(heap.Text(argument.name), argument.value)) return std::nullopt;
  }
  if (evidence != nullptr) AddDefaults(run, function, *evidence);
  return key;
}

}  // namespace streplay
