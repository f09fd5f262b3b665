// The methods of set and frozenset.
#include "script/class_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/set_operations.h"
#include "script/tuple_object.h"
#include "script/types.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

Ref<SetObject> Self(Values arguments) {
  return Ref<SetObject>(AsSet(arguments[0]));
}

const std::vector<Value>& Others(Values arguments) {
  return arguments[1].As<TupleObject>()->items();
}

Value NoneIf(bool ok) {
  return ok ? Value::None() : Value();
}

Value TruthOf(std::optional<bool> truth) {
  return truth ? Value::Bool(*truth) : Value();
}

Value SetAdd(Interpreter& interpreter, Values arguments) {
  return NoneIf(Self(arguments)->Add(interpreter, arguments[1]));
}

Value SetClear(Interpreter&, Values arguments) {
  Self(arguments)->Clear();
  return Value::None();
}

Value SetCopy(Interpreter& interpreter, Values arguments) {
  if (Self(arguments)->is_frozen()) return arguments[0];
  return CopySet(interpreter, *Self(arguments));
}

Value SetDiscard(Interpreter& interpreter, Values arguments) {
  return NoneIf(Self(arguments)->Discard(interpreter, arguments[1]).has_value());
}

Value SetRemove(Interpreter& interpreter, Values arguments) {
  std::optional<bool> removed = Self(arguments)->Discard(interpreter, arguments[1]);
  if (!removed) return {};
  if (*removed) return Value::None();
  return interpreter.RaiseWith(*interpreter.classes().key_error, arguments[1]);
}

Value SetPop(Interpreter& interpreter, Values arguments) {
  Value item = Self(arguments)->Pop();
  if (!item.empty()) return item;
  return interpreter.RaiseWith(*interpreter.classes().key_error,
                               interpreter.heap().MakeString("pop from an empty set"));
}

Value SetUpdate(Interpreter& interpreter, Values arguments) {
  for (const Value& other : Others(arguments)) {
    if (!Self(arguments)->Update(interpreter, other)) return {};
  }
  return Value::None();
}

Value SetUnion(Interpreter& interpreter, Values arguments) {
  Ref<SetObject> result = CopySet(interpreter, *Self(arguments));
  for (const Value& other : Others(arguments)) {
    if (!result || !result->Update(interpreter, other)) return {};
  }
  return result;
}

Ref<SetObject> IntersectAll(Interpreter& interpreter, Values arguments) {
  if (Others(arguments).empty()) return CopySet(interpreter, *Self(arguments));
  Ref<SetObject> result = Self(arguments);
  for (const Value& other : Others(arguments)) {
    result = Intersection(interpreter, result, other);
    if (!result) return {};
  }
  return result;
}

Value SetIntersection(Interpreter& interpreter, Values arguments) {
  return IntersectAll(interpreter, arguments);
}

Value SetIntersectionUpdate(Interpreter& interpreter, Values arguments) {
  Ref<SetObject> result = IntersectAll(interpreter, arguments);
  if (!result) return {};
  Self(arguments)->Swap(*result);
  return Value::None();
}

Value SetDifference(Interpreter& interpreter, Values arguments) {
  const std::vector<Value>& others = Others(arguments);
  if (others.empty()) return CopySet(interpreter, *Self(arguments));
  Ref<SetObject> result = Difference(interpreter, Self(arguments), others[0]);
  for (size_t i = 1; result && i < others.size(); ++i) {
    if (!DifferenceUpdate(interpreter, *result, others[i])) return {};
  }
  return result;
}

Value SetDifferenceUpdate(Interpreter& interpreter, Values arguments) {
  for (const Value& other : Others(arguments)) {
    if (!DifferenceUpdate(interpreter, *Self(arguments), other)) return {};
  }
  return Value::None();
}

Value SetSymmetricDifference(Interpreter& interpreter, Values arguments) {
  return SymmetricDifference(interpreter, Self(arguments), arguments[1]);
}

Value SetSymmetricDifferenceUpdate(Interpreter& interpreter, Values arguments) {
  return NoneIf(SymmetricDifferenceUpdate(interpreter, *Self(arguments), arguments[1]));
}

Value SetIsDisjoint(Interpreter& interpreter, Values arguments) {
  Ref<SetObject> shared = Intersection(interpreter, Self(arguments), arguments[1]);
  return shared ? Value::Bool(shared->size() == 0) : Value();
}

// The other operand as a set; a new one when it is some other iterable.
Ref<SetObject> OtherSet(Interpreter& interpreter, Values arguments) {
  if (SetObject* set = AsSet(arguments[1])) return Ref<SetObject>(set);
  return MakeSetOf(interpreter, *interpreter.classes().set, arguments[1]);
}

Value SetIsSubset(Interpreter& interpreter, Values arguments) {
  Ref<SetObject> other = OtherSet(interpreter, arguments);
  return other ? TruthOf(IsSubset(interpreter, *Self(arguments), *other)) : Value();
}

Value SetIsSuperset(Interpreter& interpreter, Values arguments) {
  Ref<SetObject> other = OtherSet(interpreter, arguments);
  return other ? TruthOf(IsSubset(interpreter, *other, *Self(arguments))) : Value();
}

constexpr NativeFunction kFrozenMethods[] = {
    {"copy", "", &SetCopy},
    {"difference", "*others", &SetDifference},
    {"intersection", "*others", &SetIntersection},
    {"isdisjoint", "other, /", &SetIsDisjoint},
    {"issubset", "other, /", &SetIsSubset},
    {"issuperset", "other, /", &SetIsSuperset},
    {"symmetric_difference", "other, /", &SetSymmetricDifference},
    {"union", "*others", &SetUnion},
};

constexpr NativeFunction kChangingMethods[] = {
    {"add", "item, /", &SetAdd},
    {"clear", "", &SetClear},
    {"difference_update", "*others", &SetDifferenceUpdate},
    {"discard", "item, /", &SetDiscard},
    {"intersection_update", "*others", &SetIntersectionUpdate},
    {"pop", "", &SetPop},
    {"remove", "item, /", &SetRemove},
    {"symmetric_difference_update", "other, /", &SetSymmetricDifferenceUpdate},
    {"update", "*others", &SetUpdate},
};

Value ConstructSet(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  std::string_view name = interpreter.heap().Text(type.name());
  auto bound = BindParameters(interpreter, name, "iterable=(), /", arguments);
  if (!bound) return {};
  const Value& iterable = (*bound)[0];
  SetObject* given = AsSet(iterable);
  bool same = given != nullptr && given->is_frozen() && &type == interpreter.classes().frozenset;
  return same ? iterable : Value(MakeSetOf(interpreter, type, iterable));
}

}  // namespace

void DefineSetType(Heap& heap) {
  ClassObject& set = *heap.classes().set;
  ClassObject& frozenset = *heap.classes().frozenset;
  DefineMethods(heap, set, kFrozenMethods);
  DefineMethods(heap, set, kChangingMethods);
  DefineMethods(heap, frozenset, kFrozenMethods);
  set.set_constructor(&ConstructSet);
  frozenset.set_constructor(&ConstructSet);
}

}  // namespace streplay::script
