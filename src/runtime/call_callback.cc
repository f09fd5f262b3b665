#include "runtime/call_callback.h"

#include <string>
#include <string_view>
#include <vector>

#include "script/dict_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// How CPython names a callee in the messages about * and **: "module.function()", without a module
// for built-ins; nothing when an exception is pending.
std::optional<std::string> CalleeText(Interpreter& interpreter, const Value& callee) {
  script::Heap& heap = interpreter.heap();
  Value name = script::FindAttribute(interpreter, callee, heap.Intern("__qualname__"));
  if (interpreter.failed()) return std::nullopt;
  if (name.empty()) return script::StrText(interpreter, callee);
  Value module = script::FindAttribute(interpreter, callee, heap.Intern("__module__"));
  if (interpreter.failed()) return std::nullopt;
  const std::string* prefix = script::TextOf(module);
  std::optional<std::string> text = script::StrText(interpreter, name);
  if (!text) return std::nullopt;
  const bool is_named = prefix != nullptr && *prefix != "builtins";
  return (is_named ? *prefix + "." : "") + *text + "()";
}

void RaiseWrongArguments(Interpreter& interpreter, const Value& callee, std::string_view expected,
                         const Value& given) {
  std::optional<std::string> name = CalleeText(interpreter, callee);
  if (!name) return;
  interpreter.RaiseTypeError(*name + " argument after " + std::string(expected) + ", not " +
                             script::TypeName(interpreter, given));
}

std::optional<bool> IsGiven(Interpreter& interpreter, const Value& value) {
  if (value.empty()) return false;
  return script::IsTrue(interpreter, value);
}

bool AddPositional(Interpreter& interpreter, const Value& callee, const Value& args,
                   std::vector<Value>& positional) {
  std::optional<bool> given = IsGiven(interpreter, args);
  if (!given) return false;
  if (!*given) return true;
  if (!script::IsIterableValue(args)) {
    RaiseWrongArguments(interpreter, callee, "* must be an iterable", args);
    return false;
  }
  return script::CollectItems(interpreter, args, positional);
}

bool AddKeywords(Interpreter& interpreter, const Value& callee, const Value& kwargs,
                 std::vector<script::KeywordArgument>& keywords) {
  std::optional<bool> given = IsGiven(interpreter, kwargs);
  if (!given) return false;
  if (!*given) return true;
  const auto* dict = kwargs.As<script::DictObject>();
  if (dict == nullptr) {
    RaiseWrongArguments(interpreter, callee, "** must be a mapping", kwargs);
    return false;
  }
  size_t position = 0;
  while (const auto* entry = dict->NextEntry(position)) {
    const auto* name = entry->key.As<script::StringObject>();
    if (name == nullptr) {
      interpreter.RaiseTypeError("keywords must be strings");
      return false;
    }
    keywords.push_back({name->symbol(), entry->value});
  }
  return true;
}

}  // namespace

bool CallCallback(Interpreter& interpreter, const Value& callback, const Value& args,
                  const Value& kwargs) {
  std::vector<Value> positional;
  std::vector<script::KeywordArgument> keywords;
  return AddPositional(interpreter, callback, args, positional) &&
         AddKeywords(interpreter, callback, kwargs, keywords) &&
         !interpreter.Call(callback, {positional, keywords}).empty();
}

}  // namespace streplay
