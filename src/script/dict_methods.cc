// The methods of dict.
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/dict_update.h"
#include "script/dict_view.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"
#include "script/types.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

Ref<DictObject> Self(Values arguments) {
  return Ref<DictObject>(arguments[0].As<DictObject>());
}

Value ValueOr(const Value& value, const Value& fallback) {
  return value.empty() ? fallback : value;
}

Value KeyError(Interpreter& interpreter, const Value& key) {
  return interpreter.RaiseWith(*interpreter.classes().key_error, key);
}

Value DictClear(Interpreter&, Values arguments) {
  Self(arguments)->Clear();
  return Value::None();
}

Value DictCopy(Interpreter& interpreter, Values arguments) {
  Ref<DictObject> copy = interpreter.heap().MakeDict();
  return UpdateDict(interpreter, *copy, arguments[0]) ? Value(copy) : Value();
}

Value DictFromKeys(Interpreter& interpreter, Values arguments) {
  Value made = interpreter.Call(arguments[0], std::initializer_list<Value>{});
  if (made.empty()) return {};
  Value value = ValueOr(arguments[2], Value::None());
  bool ok = ForEach(interpreter, arguments[1],
                    [&](const Value& key) { return SetItem(interpreter, made, key, value); });
  return ok ? made : Value();
}

Value DictGet(Interpreter& interpreter, Values arguments) {
  Value found = Self(arguments)->Find(interpreter, arguments[1]);
  if (!found.empty() || interpreter.failed()) return found;
  return ValueOr(arguments[2], Value::None());
}

Value MakeView(Interpreter& interpreter, Values arguments, DictPart part) {
  return interpreter.heap().New<DictViewObject>(Self(arguments), part);
}

Value DictItems(Interpreter& interpreter, Values arguments) {
  return MakeView(interpreter, arguments, DictPart::kItems);
}

Value DictKeys(Interpreter& interpreter, Values arguments) {
  return MakeView(interpreter, arguments, DictPart::kKeys);
}

Value DictValues(Interpreter& interpreter, Values arguments) {
  return MakeView(interpreter, arguments, DictPart::kValues);
}

Value DictPop(Interpreter& interpreter, Values arguments) {
  Value removed = Self(arguments)->Remove(interpreter, arguments[1]);
  if (!removed.empty() || interpreter.failed()) return removed;
  return arguments[2].empty() ? KeyError(interpreter, arguments[1]) : arguments[2];
}

Value DictPopItem(Interpreter& interpreter, Values arguments) {
  Ref<DictObject> self = Self(arguments);
  size_t position = self->end_position();
  const DictObject::Entry* last = self->PreviousEntry(position);
  Heap& heap = interpreter.heap();
  if (last == nullptr) {
    return KeyError(interpreter, heap.MakeString("popitem(): dictionary is empty"));
  }
  Value key = last->key;
  Value value = self->Remove(interpreter, key);
  if (value.empty()) return {};
  return heap.MakeTuple({key, value});
}

Value DictSetDefault(Interpreter& interpreter, Values arguments) {
  Value found = Self(arguments)->Find(interpreter, arguments[1]);
  if (!found.empty() || interpreter.failed()) return found;
  Value value = ValueOr(arguments[2], Value::None());
  return Self(arguments)->Set(interpreter, arguments[1], value) ? value : Value();
}

Value DictUpdate(Interpreter& interpreter, Values arguments) {
  bool ok =
      UpdateDictFromArguments(interpreter, *Self(arguments), "update", arguments[1], arguments[2]);
  return ok ? Value::None() : Value();
}

constexpr NativeFunction kDictMethods[] = {
    {"clear", "", &DictClear},
    {"copy", "", &DictCopy},
    {"fromkeys", "iterable, value=None, /", &DictFromKeys, NativeFlavour::kClassMethod},
    {"get", "key, default=None, /", &DictGet},
    {"items", "", &DictItems},
    {"keys", "", &DictKeys},
    {"pop", "key, default=None, /", &DictPop},
    {"popitem", "", &DictPopItem},
    {"setdefault", "key, default=None, /", &DictSetDefault},
    {"update", "*args, **kwargs", &DictUpdate},
    {"values", "", &DictValues},
};

Value ConstructDict(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "dict", "*args, **kwargs", arguments);
  if (!bound) return {};
  Ref<DictObject> dict = interpreter.heap().MakeDict();
  bool ok = UpdateDictFromArguments(interpreter, *dict, "dict", (*bound)[0], (*bound)[1]);
  return ok ? Value(dict) : Value();
}

}  // namespace

void DefineDictType(Heap& heap) {
  DefineMethods(heap, *heap.classes().dict, kDictMethods);
  heap.classes().dict->set_constructor(&ConstructDict);
  DefineDictViews(heap);
}

}  // namespace streplay::script
