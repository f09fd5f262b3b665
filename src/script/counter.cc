// Counter.
#include <algorithm>

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
#include "script/types_list.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;
using Entry = DictObject::Entry;

Ref<DictObject> Self(Values arguments) {
  return Ref<DictObject>(arguments[0].As<DictObject>());
}

// The entries as they are now: counting may run the script.
std::vector<Entry> EntriesOf(const DictObject& dict) {
  std::vector<Entry> entries;
  size_t position = 0;
  while (const Entry* entry = dict.NextEntry(position)) entries.push_back(*entry);
  return entries;
}

// The count of a key, 0 when absent; empty on failure.
Value CountOf(Interpreter& interpreter, DictObject& counter, const Value& key) {
  Value count = counter.Find(interpreter, key);
  return count.empty() && !interpreter.failed() ? Value::Int(0) : count;
}

// counter[key] = counter[key] op amount, or amount op counter[key] as Counter.update() writes it.
bool Count(Interpreter& interpreter, DictObject& counter, const Value& key, BinaryOperator op,
           const Value& amount, bool amount_first) {
  Value count = CountOf(interpreter, counter, key);
  if (count.empty()) return false;
  Value changed = amount_first ? BinaryOperation(interpreter, op, amount, count)
                               : BinaryOperation(interpreter, op, count, amount);
  return !changed.empty() && counter.Set(interpreter, key, changed);
}

// Adds (subtracts) a mapping's counts, or one for each item of an iterable.
bool CountAll(Interpreter& interpreter, DictObject& counter, const Value& source,
              BinaryOperator op) {
  bool adds = op == BinaryOperator::kAdd;
  auto* dict = source.As<DictObject>();
  if (dict == nullptr) {
    return ForEach(interpreter, source, [&](const Value& item) {
      return Count(interpreter, counter, item, op, Value::Int(1), false);
    });
  }
  if (adds && counter.size() == 0) return UpdateDict(interpreter, counter, source);
  for (const Entry& entry : EntriesOf(*dict)) {
    if (!interpreter.Step()) return false;
    if (!Count(interpreter, counter, entry.key, op, entry.value, adds)) return false;
  }
  return true;
}

// The arguments (iterable=None, /, **kwds) in the form (*args, **kwargs).
bool CountArguments(Interpreter& interpreter, DictObject& counter, std::string_view name,
                    const Value& positional, const Value& keywords, BinaryOperator op) {
  const std::vector<Value>& sources = positional.As<TupleObject>()->items();
  if (sources.size() > 1) {
    interpreter.RaiseTypeError("Counter." + std::string(name) +
                               "() takes from 1 to 2 positional arguments but " +
                               std::to_string(sources.size() + 1) + " were given");
    return false;
  }
  if (!sources.empty() && !sources[0].is_none() &&
      !CountAll(interpreter, counter, sources[0], op)) {
    return false;
  }
  return keywords.As<DictObject>()->size() == 0 || CountAll(interpreter, counter, keywords, op);
}

Value CounterUpdate(Interpreter& interpreter, Values arguments) {
  bool ok = CountArguments(interpreter, *Self(arguments), "update", arguments[1], arguments[2],
                           BinaryOperator::kAdd);
  return ok ? Value::None() : Value();
}

Value CounterSubtract(Interpreter& interpreter, Values arguments) {
  bool ok = CountArguments(interpreter, *Self(arguments), "subtract", arguments[1], arguments[2],
                           BinaryOperator::kSubtract);
  return ok ? Value::None() : Value();
}

Ref<CounterObject> NewCounter(Interpreter& interpreter, const DictObject& like) {
  return interpreter.heap().New<CounterObject>(like.type());
}

Value CounterCopy(Interpreter& interpreter, Values arguments) {
  Ref<CounterObject> copy = NewCounter(interpreter, *Self(arguments));
  return UpdateDict(interpreter, *copy, arguments[0]) ? Value(copy) : Value();
}

Value SecondItem(Interpreter&, Values arguments) {
  return arguments[0].As<TupleObject>()->items()[1];
}

// (key, count) pairs, the highest counts first, ties in their order; nothing on failure.
std::optional<std::vector<Value>> SortedPairs(Interpreter& interpreter, const DictObject& counter) {
  Heap& heap = interpreter.heap();
  std::vector<Value> pairs;
  for (const Entry& entry : EntriesOf(counter)) {
    pairs.push_back(heap.MakeTuple({entry.key, entry.value}));
  }
  Value count_of = MakeNativeFunction(heap, {"itemgetter", "item, /", &SecondItem});
  if (!SortItems(interpreter, pairs, count_of, true)) return std::nullopt;
  return pairs;
}

Value CounterMostCommon(Interpreter& interpreter, Values arguments) {
  std::optional<std::vector<Value>> pairs = SortedPairs(interpreter, *Self(arguments));
  if (!pairs) return {};
  if (!arguments[1].empty() && !arguments[1].is_none()) {
    std::optional<int64_t> most = ToIndex(interpreter, arguments[1]);
    if (!most) return {};
    auto limit = static_cast<size_t>(std::max<int64_t>(*most, 0));
    pairs->resize(std::min(pairs->size(), limit));
  }
  return interpreter.heap().MakeList(std::move(*pairs));
}

Value CounterElements(Interpreter& interpreter, Values arguments) {
  std::vector<Value> elements;
  for (const Entry& entry : EntriesOf(*Self(arguments))) {
    std::optional<int64_t> count = ToIndex(interpreter, entry.value);
    if (!count) return {};
    for (int64_t i = 0; i < *count; ++i) {
      if (!interpreter.Step() || !interpreter.CheckSize(elements.size() + 1)) return {};
      elements.push_back(entry.key);
    }
  }
  return Iterate(interpreter, interpreter.heap().MakeList(std::move(elements)));
}

Value CounterTotal(Interpreter& interpreter, Values arguments) {
  Value total = Value::Int(0);
  for (const Entry& entry : EntriesOf(*Self(arguments))) {
    total = BinaryOperation(interpreter, BinaryOperator::kAdd, total, entry.value);
    if (total.empty()) return {};
  }
  return total;
}

Value CounterFromKeys(Interpreter& interpreter, Values) {
  return interpreter.Raise(*interpreter.classes().not_implemented_error,
                           "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.");
}

constexpr NativeFunction kMethods[] = {
    {"copy", "", &CounterCopy},
    {"elements", "", &CounterElements},
    {"fromkeys", "iterable, v=None", &CounterFromKeys, NativeFlavour::kClassMethod},
    {"most_common", "n=None", &CounterMostCommon},
    {"subtract", "*args, **kwds", &CounterSubtract},
    {"total", "", &CounterTotal},
    {"update", "*args, **kwds", &CounterUpdate},
};

Value ConstructCounter(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "Counter", "*args, **kwds", arguments);
  if (!bound) return {};
  Ref<CounterObject> counter = interpreter.heap().New<CounterObject>(type);
  bool ok = CountArguments(interpreter, *counter, "__init__", (*bound)[0], (*bound)[1],
                           BinaryOperator::kAdd);
  return ok ? Value(counter) : Value();
}

// The count that a key has in the result of an operation; empty on failure.
Value Combined(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right) {
  if (op == BinaryOperator::kAdd || op == BinaryOperator::kSubtract) {
    return BinaryOperation(interpreter, op, left, right);
  }
  std::optional<bool> less = Holds(interpreter, Comparison::kLess, left, right);
  if (!less) return {};
  bool smaller = op == BinaryOperator::kBitAnd;
  return *less == smaller ? left : right;
}

// Sets a count if it is positive; false on failure.
bool SetIfPositive(Interpreter& interpreter, DictObject& counter, const Value& key,
                   const Value& count) {
  if (count.empty()) return false;
  std::optional<bool> positive = Holds(interpreter, Comparison::kGreater, count, Value::Int(0));
  return positive && (!*positive || counter.Set(interpreter, key, count));
}

bool IsCounterOperator(BinaryOperator op) {
  return op == BinaryOperator::kAdd || op == BinaryOperator::kSubtract ||
         op == BinaryOperator::kBitOr || op == BinaryOperator::kBitAnd;
}

// The keys of `left`, then (but for &) those that only `right` has.
Value Combine(Interpreter& interpreter, BinaryOperator op, DictObject& left, DictObject& right) {
  Ref<CounterObject> result = NewCounter(interpreter, left);
  for (const Entry& entry : EntriesOf(left)) {
    if (!interpreter.Step()) return {};
    Value other = CountOf(interpreter, right, entry.key);
    if (other.empty()) return {};
    Value count = Combined(interpreter, op, entry.value, other);
    if (!SetIfPositive(interpreter, *result, entry.key, count)) return {};
  }
  if (op == BinaryOperator::kBitAnd) return result;
  for (const Entry& entry : EntriesOf(right)) {
    if (!interpreter.Step()) return {};
    std::optional<bool> known = left.Contains(interpreter, entry.key);
    if (!known) return {};
    if (*known) continue;
    Value count = op == BinaryOperator::kSubtract
                      ? BinaryOperation(interpreter, op, Value::Int(0), entry.value)
                      : entry.value;
    if (!SetIfPositive(interpreter, *result, entry.key, count)) return {};
  }
  return result;
}

// Whether `comparison` holds for the counts of every key of either.
std::optional<bool> HoldsForAll(Interpreter& interpreter, Comparison comparison, DictObject& left,
                                DictObject& right) {
  std::vector<Entry> entries = EntriesOf(left);
  std::vector<Entry> others = EntriesOf(right);
  entries.insert(entries.end(), others.begin(), others.end());
  for (const Entry& entry : entries) {
    if (!interpreter.Step()) return std::nullopt;
    Value a = CountOf(interpreter, left, entry.key);
    if (a.empty()) return std::nullopt;
    Value b = CountOf(interpreter, right, entry.key);
    if (b.empty()) return std::nullopt;
    std::optional<bool> holds = Holds(interpreter, comparison, a, b);
    if (!holds || !*holds) return holds;
  }
  return true;
}

}  // namespace

Value CounterObject::Missing(Interpreter&, const Value&) {
  return Value::Int(0);
}

bool CounterObject::DeleteItem(Interpreter& interpreter, const Value& key) {
  Remove(interpreter, key);
  return !interpreter.failed();
}

// The highest counts first; in the dict's own order when the counts cannot be compared.
Value CounterObject::Repr(Interpreter& interpreter) {
  Heap& heap = interpreter.heap();
  if (size() == 0) return heap.MakeString("Counter()");
  Value shown(this);
  std::optional<std::vector<Value>> pairs = SortedPairs(interpreter, *this);
  if (!pairs && !interpreter.IsPending(*interpreter.classes().type_error)) return {};
  Ref<DictObject> plain = heap.MakeDict();
  if (pairs) {
    for (const Value& pair : *pairs) {
      const std::vector<Value>& parts = pair.As<TupleObject>()->items();
      if (!plain->Set(interpreter, parts[0], parts[1])) return {};
    }
  } else {
    interpreter.TakeException();
    if (!UpdateDict(interpreter, *plain, Value(this))) return {};
  }
  std::optional<std::string> text = ReprText(interpreter, plain);
  return text ? Value(heap.MakeString("Counter(" + *text + ")")) : Value();
}

Value CounterObject::Compare(Interpreter& interpreter, Comparison comparison, const Value& other) {
  auto* right = dynamic_cast<CounterObject*>(other.object());
  bool equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (right == nullptr) {
    return equality ? DictObject::Compare(interpreter, comparison, other) : Value::NotImplemented();
  }
  Ref<CounterObject> self(this);
  Comparison wanted = equality ? Comparison::kEqual : comparison;
  if (comparison == Comparison::kLess) wanted = Comparison::kLessEqual;
  if (comparison == Comparison::kGreater) wanted = Comparison::kGreaterEqual;
  std::optional<bool> holds = HoldsForAll(interpreter, wanted, *this, *right);
  if (!holds) return {};
  if (comparison == Comparison::kNotEqual) return Value::Bool(!*holds);
  bool strict = comparison == Comparison::kLess || comparison == Comparison::kGreater;
  if (!strict || !*holds) return Value::Bool(*holds);
  std::optional<bool> equal = HoldsForAll(interpreter, Comparison::kEqual, *this, *right);
  return equal ? Value::Bool(!*equal) : Value();
}

Value CounterObject::Binary(Interpreter& interpreter, BinaryOperator op, const Value& right) {
  auto* other = dynamic_cast<CounterObject*>(right.object());
  if (other == nullptr) return DictObject::Binary(interpreter, op, right);
  if (!IsCounterOperator(op)) return Value::NotImplemented();
  return Combine(interpreter, op, *this, *other);
}

Value CounterObject::InPlaceBinary(Interpreter& interpreter, BinaryOperator op,
                                   const Value& right) {
  auto* other = dynamic_cast<CounterObject*>(right.object());
  if (other == nullptr || !IsCounterOperator(op)) {
    return DictObject::InPlaceBinary(interpreter, op, right);
  }
  Ref<CounterObject> self(this);
  Value result = Combine(interpreter, op, *this, *other);
  if (result.empty()) return {};
  Clear();
  return UpdateDict(interpreter, *this, result) ? Value(self) : Value();
}

Value CounterObject::Unary(Interpreter& interpreter, UnaryOperator op) {
  if (op != UnaryOperator::kPlus && op != UnaryOperator::kMinus) {
    return DictObject::Unary(interpreter, op);
  }
  Ref<CounterObject> none = NewCounter(interpreter, *this);
  return op == UnaryOperator::kPlus ? Combine(interpreter, BinaryOperator::kAdd, *this, *none)
                                    : Combine(interpreter, BinaryOperator::kSubtract, *none, *this);
}

ClassObject& DefineCounter(Heap& heap) {
  ClassObject& type = DefineModuleClass(heap, "collections", "Counter", heap.classes().dict);
  type.set_message_name("Counter");  // the only one of them that CPython has in Python
  DefineMethods(heap, type, kMethods);
  type.set_constructor(&ConstructCounter);
  return type;
}

}  // namespace streplay::script
