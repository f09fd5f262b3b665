#include "runtime/json_text.h"

#include <algorithm>
#include <vector>

#include "base/check.h"
#include "runtime/opaque.h"
#include "script/list_object.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/set_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// What json.dumps asks about a value that it does not know.
Value ShowUnknown(Interpreter& interpreter, std::span<const Value> arguments) {
  const script::SetObject* set = script::AsSet(arguments[0]);
  if (set == nullptr || set->is_frozen()) return script::Repr(interpreter, arguments[0]);
  std::vector<Value> items;
  if (!script::CollectItems(interpreter, arguments[0], items)) return {};
  return interpreter.heap().MakeList(std::move(items));
}

Value AcceptOpaque(Interpreter& interpreter, std::span<const Value> arguments) {
  if (arguments[0].Is<OpaqueObject>()) return Value::None();
  return interpreter.RaiseTypeError("Object of type " +
                                    script::TypeName(interpreter, arguments[0]) +
                                    " is not JSON serializable");
}

constexpr script::NativeFunction kAcceptOpaque = {"accept_opaque", "value, /", &AcceptOpaque};
constexpr script::NativeFunction kShowUnknown = {"show_unknown", "value, /", &ShowUnknown};

std::optional<std::string> Dump(Interpreter& interpreter, const Value& value,
                                const std::vector<script::KeywordArgument>& options) {
  const auto& functions = script::kJsonModule.functions;
  auto dumps = std::find_if(functions.begin(), functions.end(),
                            [](const auto& function) { return function.name == "dumps"; });
  STREPLAY_CHECK(dumps != functions.end());
  Value function = script::MakeNativeFunction(interpreter.heap(), *dumps, "json");
  Value text = interpreter.Call(function, {{&value, 1}, options});
  if (text.empty()) return std::nullopt;
  return *script::TextOf(text);
}

}  // namespace

std::optional<std::string> JsonText(Interpreter& interpreter, const Value& value) {
  return Dump(interpreter, value, {});
}

std::optional<std::string> LenientJsonText(Interpreter& interpreter, const Value& value,
                                           bool skip_keys) {
  script::Heap& heap = interpreter.heap();
  return Dump(interpreter, value,
              {{heap.Intern("skipkeys"), Value::Bool(skip_keys)},
               {heap.Intern("default"), script::MakeNativeFunction(heap, kShowUnknown)}});
}

std::optional<std::string> ChartJsonText(Interpreter& interpreter, const Value& value) {
  script::Heap& heap = interpreter.heap();
  return Dump(interpreter, value,
              {{heap.Intern("default"), script::MakeNativeFunction(heap, kAcceptOpaque)}});
}

}  // namespace streplay
