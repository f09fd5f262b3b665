// defaultdict and OrderedDict.
#include "script/class_object.h"
#include "script/derived_dicts.h"
#include "script/dict_update.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/list_object.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr std::string_view kModule = "collections";

// --- defaultdict

const DefaultDictObject& DefaultSelf(Values arguments) {
  return *static_cast<DefaultDictObject*>(arguments[0].As<DictObject>());
}

Ref<DefaultDictObject> CopyDefaultDict(Interpreter& interpreter, DefaultDictObject& dict) {
  Ref<DefaultDictObject> copy =
      interpreter.heap().New<DefaultDictObject>(dict.type(), dict.factory());
  if (!UpdateDict(interpreter, *copy, Value(&dict))) return {};
  return copy;
}

Value DefaultDictCopy(Interpreter& interpreter, Values arguments) {
  return CopyDefaultDict(interpreter,
                         *static_cast<DefaultDictObject*>(arguments[0].As<DictObject>()));
}

Value DefaultDictFactory(Interpreter&, Values arguments) {
  return DefaultSelf(arguments).factory();
}

constexpr NativeFunction kDefaultDictMethods[] = {
    {"__copy__", "", &DefaultDictCopy},
    {"copy", "", &DefaultDictCopy},
};

constexpr NativeProperty kDefaultDictProperties[] = {
    {"default_factory", &DefaultDictFactory},
};

Value ConstructDefaultDict(Interpreter& interpreter, ClassObject& type,
                           const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "defaultdict", "*args, **kwargs", arguments);
  if (!bound) return {};
  std::vector<Value> rest = (*bound)[0].As<TupleObject>()->items();
  Value factory = Value::None();
  if (!rest.empty()) {
    factory = rest[0];
    rest.erase(rest.begin());
  }
  if (!factory.is_none() && !IsCallable(factory)) {
    return interpreter.RaiseTypeError("first argument must be callable or None");
  }
  Ref<DefaultDictObject> dict = interpreter.heap().New<DefaultDictObject>(type, factory);
  Value positional = interpreter.heap().MakeTuple(std::move(rest));
  bool ok = UpdateDictFromArguments(interpreter, *dict, "dict", positional, (*bound)[1]);
  return ok ? Value(dict) : Value();
}

// --- OrderedDict

Ref<DictObject> OrderedSelf(Values arguments) {
  return Ref<DictObject>(arguments[0].As<DictObject>());
}

Ref<OrderedDictObject> CopyOrderedDict(Interpreter& interpreter, DictObject& dict) {
  Ref<OrderedDictObject> copy = interpreter.heap().New<OrderedDictObject>(dict.type());
  if (!UpdateDict(interpreter, *copy, Value(&dict))) return {};
  return copy;
}

Value OrderedDictCopy(Interpreter& interpreter, Values arguments) {
  return CopyOrderedDict(interpreter, *OrderedSelf(arguments));
}

Value KeyError(Interpreter& interpreter, const Value& key) {
  return interpreter.RaiseWith(*interpreter.classes().key_error, key);
}

// To the end, or to the front: then all others move behind it.
Value OrderedDictMoveToEnd(Interpreter& interpreter, Values arguments) {
  std::optional<bool> last = TruthOr(interpreter, arguments[2], true);
  if (!last) return {};
  Ref<DictObject> self = OrderedSelf(arguments);
  Value value = self->Remove(interpreter, arguments[1]);
  if (value.empty()) {
    return interpreter.failed() ? Value() : KeyError(interpreter, arguments[1]);
  }
  Ref<DictObject> others = interpreter.heap().MakeDict();
  if (!*last) {
    if (!UpdateDict(interpreter, *others, self)) return {};
    self->Clear();
  }
  if (!self->Set(interpreter, arguments[1], value)) return {};
  return UpdateDict(interpreter, *self, others) ? Value::None() : Value();
}

Value OrderedDictPopItem(Interpreter& interpreter, Values arguments) {
  std::optional<bool> last = TruthOr(interpreter, arguments[1], true);
  if (!last) return {};
  Ref<DictObject> self = OrderedSelf(arguments);
  size_t position = *last ? self->end_position() : 0;
  const DictObject::Entry* entry =
      *last ? self->PreviousEntry(position) : self->NextEntry(position);
  Heap& heap = interpreter.heap();
  if (entry == nullptr) return KeyError(interpreter, heap.MakeString("dictionary is empty"));
  Value key = entry->key;
  Value value = self->Remove(interpreter, key);
  return value.empty() ? Value() : Value(heap.MakeTuple({key, value}));
}

constexpr NativeFunction kOrderedDictMethods[] = {
    {"copy", "", &OrderedDictCopy},
    {"move_to_end", "key, last=True", &OrderedDictMoveToEnd},
    {"popitem", "last=True", &OrderedDictPopItem},
};

Value ConstructOrderedDict(Interpreter& interpreter, ClassObject& type,
                           const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "OrderedDict", "*args, **kwargs", arguments);
  if (!bound) return {};
  Ref<OrderedDictObject> dict = interpreter.heap().New<OrderedDictObject>(type);
  bool ok = UpdateDictFromArguments(interpreter, *dict, "OrderedDict", (*bound)[0], (*bound)[1]);
  return ok ? Value(dict) : Value();
}

}  // namespace

Value DefaultDictObject::Missing(Interpreter& interpreter, const Value& key) {
  if (factory_.is_none()) return DictObject::Missing(interpreter, key);
  Value made = interpreter.Call(factory_, std::initializer_list<Value>{});
  return !made.empty() && Set(interpreter, key, made) ? made : Value();
}

Value DefaultDictObject::Repr(Interpreter& interpreter) {
  std::optional<std::string> factory = ReprText(interpreter, factory_);
  if (!factory) return {};
  Value items = DictObject::Repr(interpreter);
  if (items.empty()) return {};
  return interpreter.heap().MakeString("defaultdict(" + *factory + ", " + *TextOf(items) + ")");
}

Value DefaultDictObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op != BinaryOperator::kBitOr || !right.Is<DictObject>()) return Value::NotImplemented();
  Ref<DefaultDictObject> merged = CopyDefaultDict(interpreter, *this);
  return merged && UpdateDict(interpreter, *merged, right) ? Value(merged) : Value();
}

void DefaultDictObject::Traverse(ReferenceVisitor& visitor) const {
  DictObject::Traverse(visitor);
  visitor.Visit(factory_);
}

void DefaultDictObject::DropReferences() {
  // Clearing the dict comes here too and must not cost the factory. A cycle through the factory is
  // still broken, at the factory's own references.
  DictObject::DropReferences();
}

Value OrderedDictObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (size() == 0) return heap.MakeString("OrderedDict()");
  if (!interpreter.EnterRepr(*this)) return heap.MakeString("...");
  std::vector<Value> pairs;
  size_t position = 0;
  while (const Entry* entry = NextEntry(position)) {
    pairs.push_back(heap.MakeTuple({entry->key, entry->value}));
  }
  std::optional<std::string> text = ReprText(interpreter, heap.MakeList(std::move(pairs)));
  interpreter.LeaveRepr(*this);
  return text ? Value(heap.MakeString("OrderedDict(" + *text + ")")) : Value();
}

// Two ordered dicts are equal when their orders are too.
Value OrderedDictObject::Compare(Interpreter& interpreter, Comparison comparison,
                                 const Value& other) {
  Value equal = DictObject::Compare(interpreter, comparison, other);
  auto* ordered = dynamic_cast<OrderedDictObject*>(other.object());
  bool same = equal.is_bool() && equal.as_bool() == (comparison == Comparison::kEqual);
  if (ordered == nullptr || !same) return equal;
  size_t left_position = 0;
  size_t right_position = 0;
  while (const Entry* left = NextEntry(left_position)) {
    const Entry* right = ordered->NextEntry(right_position);
    if (right == nullptr) break;
    std::optional<bool> keys_equal = AreEqual(interpreter, left->key, right->key);
    if (!keys_equal) return {};
    if (!*keys_equal) return Value::Bool(comparison == Comparison::kNotEqual);
  }
  return equal;
}

Value OrderedDictObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  if (op != BinaryOperator::kBitOr || !right.Is<DictObject>()) return Value::NotImplemented();
  Ref<OrderedDictObject> merged = CopyOrderedDict(interpreter, *this);
  return merged && UpdateDict(interpreter, *merged, right) ? Value(merged) : Value();
}

ClassObject& DefineDefaultDict(Heap& heap) {
  ClassObject& type = DefineModuleClass(heap, kModule, "defaultdict", heap.classes().dict);
  DefineMethods(heap, type, kDefaultDictMethods);
  DefineProperties(heap, type, kDefaultDictProperties);
  type.set_constructor(&ConstructDefaultDict);
  return type;
}

ClassObject& DefineOrderedDict(Heap& heap) {
  ClassObject& type = DefineModuleClass(heap, kModule, "OrderedDict", heap.classes().dict);
  DefineMethods(heap, type, kOrderedDictMethods);
  type.set_constructor(&ConstructOrderedDict);
  return type;
}

}  // namespace streplay::script
