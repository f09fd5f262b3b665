#include "runtime/argument_key.h"

#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/value_hasher.h"
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

}  // namespace

std::optional<std::string> ArgumentKey(ScriptRun& run, const Value& function,
                                       std::string_view function_name,
                                       const script::Arguments& arguments) {
  script::Heap& heap = run.heap();
  std::string key;
  auto add = [&](std::optional<std::string_view> name, const Value& value) {
    if (name && name->starts_with('_')) return true;
    Value name_value = name ? Value(heap.MakeString(std::string(*name))) : Value::None();
    std::optional<std::string> bytes = HashBytes(run, heap.MakeTuple({name_value, value}));
    if (bytes) {
      key += *bytes;
      return true;
    }
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
  return key;
}

}  // namespace streplay
