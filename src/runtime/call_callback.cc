#include "runtime/call_callback.h"

#include <string>
#include <vector>

#include "script/dict_object.h"
#include "script/function_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// How CPython names a callee in the messages about * and **.
std::string CalleeText(Interpreter& interpreter, const Value& callee) {
  if (const auto* function = callee.As<script::FunctionObject>()) {
    const std::string* module = script::TextOf(function->module_name());
    return (module ? *module + "." : "") + function->qualified_name() + "()";
  }
  return script::TypeName(interpreter, callee) + " object";
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
    interpreter.RaiseTypeError(CalleeText(interpreter, callee) +
                               " argument after * must be an iterable, not " +
                               script::TypeName(interpreter, args));
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
    interpreter.RaiseTypeError(CalleeText(interpreter, callee) +
                               " argument after ** must be a mapping, not " +
                               script::TypeName(interpreter, kwargs));
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
