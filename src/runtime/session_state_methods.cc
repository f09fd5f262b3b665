// Each method is written in terms of the proxy's items, as in collections.abc.
#include "runtime/session_state_methods.h"

#include "runtime/server.h"
#include "runtime/session_state_proxy.h"
#include "script/dict_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

using Arguments = std::span<const Value>;

SessionStateProxy& Self(Arguments arguments) {
  return *arguments[0].As<SessionStateProxy>();
}

Value OrNone(const Value& value) {
  return value.empty() ? Value::None() : value;
}

// The keys as they are now.
bool CollectKeys(Interpreter& interpreter, SessionStateProxy& proxy, std::vector<Value>& keys) {
  Value dict = proxy.ToDict();
  return !dict.empty() && script::CollectItems(interpreter, dict, keys);
}

Value ToDict(Interpreter&, Arguments arguments) {
  return Self(arguments).ToDict();
}

Value Get(Interpreter& interpreter, Arguments arguments) {
  Value value = Self(arguments).Find(arguments[1]);
  return value.empty() && !interpreter.failed() ? OrNone(arguments[2]) : value;
}

Value SetDefault(Interpreter& interpreter, Arguments arguments) {
  Value value = Self(arguments).Find(arguments[1]);
  if (!value.empty() || interpreter.failed()) return value;
  Value given = OrNone(arguments[2]);
  return Self(arguments).SetItem(interpreter, arguments[1], given) ? given : Value();
}

Value Pop(Interpreter& interpreter, Arguments arguments) {
  SessionStateProxy& self = Self(arguments);
  const Value& fallback = arguments[2];
  Value value =
      fallback.empty() ? self.GetItem(interpreter, arguments[1]) : self.Find(arguments[1]);
  if (interpreter.failed()) return {};
  if (value.empty()) return fallback;
  return self.DeleteItem(interpreter, arguments[1]) ? value : Value();
}

Value PopItem(Interpreter& interpreter, Arguments arguments) {
  SessionStateProxy& self = Self(arguments);
  std::vector<Value> keys;
  if (!CollectKeys(interpreter, self, keys)) return {};
  if (keys.empty()) return interpreter.RaiseWith(*interpreter.classes().key_error, {});
  Value value = self.GetItem(interpreter, keys.front());
  if (value.empty() || !self.DeleteItem(interpreter, keys.front())) return {};
  return interpreter.heap().MakeTuple({keys.front(), value});
}

Value Clear(Interpreter& interpreter, Arguments arguments) {
  SessionStateProxy& self = Self(arguments);
  std::vector<Value> keys;
  if (!CollectKeys(interpreter, self, keys)) return {};
  for (const Value& key : keys) {
    if (!self.DeleteItem(interpreter, key)) return {};
  }
  return Value::None();
}

// A dict's items, another mapping's by its keys(), or pairs.
bool UpdateFrom(Interpreter& interpreter, SessionStateProxy& self, const Value& other) {
  Value keys = script::FindAttribute(interpreter, other, interpreter.heap().Intern("keys"));
  if (interpreter.failed()) return false;
  if (!keys.empty()) {
    return script::ForEach(interpreter, other, [&](const Value& key) {
      Value value = script::GetItem(interpreter, other, key);
      return !value.empty() && self.SetItem(interpreter, key, value);
    });
  }
  return script::ForEach(interpreter, other, [&](const Value& pair) {
    std::vector<Value> parts;
    if (!script::CollectItems(interpreter, pair, parts)) return false;
    if (parts.size() == 2) return self.SetItem(interpreter, parts[0], parts[1]);
    interpreter.RaiseValueError(parts.size() > 2 ? "too many values to unpack (expected 2)"
                                                 : "not enough values to unpack (expected 2, got " +
                                                       std::to_string(parts.size()) + ")");
    return false;
  });
}

Value Update(Interpreter& interpreter, Arguments arguments) {
  SessionStateProxy& self = Self(arguments);
  if (!arguments[1].empty() && !UpdateFrom(interpreter, self, arguments[1])) return {};
  return UpdateFrom(interpreter, self, arguments[2]) ? Value::None() : Value();
}

Value DictMethod(Interpreter& interpreter, Arguments arguments, std::string_view name) {
  Value dict = Self(arguments).ToDict();
  if (dict.empty()) return {};
  return interpreter.CallMethod(dict, interpreter.heap().Intern(name), {});
}

// Views of a snapshot: scripts go through them at once.
Value Keys(Interpreter& interpreter, Arguments arguments) {
  return DictMethod(interpreter, arguments, "keys");
}
Value Values(Interpreter& interpreter, Arguments arguments) {
  return DictMethod(interpreter, arguments, "values");
}
Value Items(Interpreter& interpreter, Arguments arguments) {
  return DictMethod(interpreter, arguments, "items");
}

constexpr script::NativeFunction kMethods[] = {
    {"to_dict", "", &ToDict},
    {"get", "key, default=None", &Get},
    {"setdefault", "key, default=None", &SetDefault},
    {"pop", "key, default=None", &Pop},
    {"popitem", "", &PopItem},
    {"clear", "", &Clear},
    {"update", "other=None, /, **kwds", &Update},
    {"keys", "", &Keys},
    {"values", "", &Values},
    {"items", "", &Items},
};

}  // namespace

void DefineSessionStateMethods(script::Heap& heap, script::ClassObject& type) {
  script::DefineMethods(heap, type, kMethods);
}

}  // namespace streplay
