// The methods of tuple.
#include "script/class_object.h"
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

const std::vector<Value>& Items(Values arguments) {
  return arguments[0].As<TupleObject>()->items();
}

Value TupleCount(Interpreter& interpreter, Values arguments) {
  int64_t count = 0;
  for (const Value& item : Items(arguments)) {
    if (!interpreter.Step()) return {};
    std::optional<bool> equal = AreEqual(interpreter, item, arguments[1]);
    if (!equal) return {};
    count += *equal ? 1 : 0;
  }
  return Value::Int(count);
}

Value TupleIndex(Interpreter& interpreter, Values arguments) {
  const std::vector<Value>& items = Items(arguments);
  std::optional<SearchRange> range = ResolveSearchRange(interpreter, arguments[2], arguments[3],
                                                        static_cast<int64_t>(items.size()), false);
  if (!range) return {};
  for (int64_t i = range->begin; i < range->end; ++i) {
    if (!interpreter.Step()) return {};
    std::optional<bool> equal = AreEqual(interpreter, items[static_cast<size_t>(i)], arguments[1]);
    if (!equal) return {};
    if (*equal) return Value::Int(i);
  }
  return interpreter.RaiseValueError("tuple.index(x): x not in tuple");
}

constexpr NativeFunction kTupleMethods[] = {
    {"count", "value, /", &TupleCount},
    {"index", "value, start=0, stop=0, /", &TupleIndex},
};

Value ConstructTuple(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "tuple", "iterable=(), /", arguments);
  if (!bound) return {};
  const Value& iterable = (*bound)[0];
  auto* tuple = iterable.As<TupleObject>();
  if (tuple != nullptr && &tuple->type() == interpreter.classes().tuple) return iterable;
  std::vector<Value> items;
  if (!iterable.empty() && !CollectItems(interpreter, iterable, items)) return {};
  return interpreter.heap().MakeTuple(std::move(items));
}

}  // namespace

void DefineTupleType(Heap& heap) {
  DefineMethods(heap, *heap.classes().tuple, kTupleMethods);
  heap.classes().tuple->set_constructor(&ConstructTuple);
}

}  // namespace streplay::script
