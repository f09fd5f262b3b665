#include "script/dict_update.h"

#include "script/exception_object.h"
#include "script/heap.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

bool AddAll(Interpreter& interpreter, DictObject& dict, const DictObject& source) {
  size_t position = 0;
  while (const DictObject::Entry* entry = source.NextEntry(position)) {
    Value key = entry->key;
    Value value = entry->value;
    if (!interpreter.Step() || !dict.Set(interpreter, key, value)) return false;
  }
  return true;
}

bool AddPair(Interpreter& interpreter, DictObject& dict, const Value& item, int64_t index) {
  const std::string element = "dictionary update sequence element #" + std::to_string(index);
  std::vector<Value> pair;
  if (!CollectItems(interpreter, item, pair)) {
    if (interpreter.IsPending(*interpreter.classes().type_error)) {
      interpreter.TakeException();
      interpreter.RaiseTypeError("cannot convert " + element + " to a sequence");
    }
    return false;
  }
  if (pair.size() != 2) {
    interpreter.RaiseValueError(element + " has length " + std::to_string(pair.size()) +
                                "; 2 is required");
    return false;
  }
  return dict.Set(interpreter, pair[0], pair[1]);
}

bool AddByKeys(Interpreter& interpreter, DictObject& dict, const Value& source,
               const Value& keys_method) {
  Value keys = interpreter.Call(keys_method, std::initializer_list<Value>{});
  if (keys.empty()) return false;
  return ForEach(interpreter, keys, [&](const Value& key) {
    Value value = GetItem(interpreter, source, key);
    return !value.empty() && dict.Set(interpreter, key, value);
  });
}

}  // namespace

bool UpdateDict(Interpreter& interpreter, DictObject& dict, const Value& source) {
  if (auto* other = source.As<DictObject>()) {
    return other == &dict || AddAll(interpreter, dict, *other);
  }
  Value keys = FindAttribute(interpreter, source, interpreter.heap().Intern("keys"));
  if (interpreter.failed()) return false;
  if (!keys.empty()) return AddByKeys(interpreter, dict, source, keys);
  int64_t index = 0;
  return ForEach(interpreter, source,
                 [&](const Value& item) { return AddPair(interpreter, dict, item, index++); });
}

bool UpdateDictFromArguments(Interpreter& interpreter, DictObject& dict, std::string_view name,
                             const Value& positional, const Value& keywords) {
  const std::vector<Value>& sources = positional.As<TupleObject>()->items();
  if (sources.size() > 1) {
    interpreter.RaiseTypeError(std::string(name) + " expected at most 1 argument, got " +
                               std::to_string(sources.size()));
    return false;
  }
  if (!sources.empty() && !UpdateDict(interpreter, dict, sources[0])) return false;
  return AddAll(interpreter, dict, *keywords.As<DictObject>());
}

}  // namespace streplay::script
