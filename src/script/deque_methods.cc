// The methods of deque.
#include <algorithm>

#include "script/class_object.h"
#include "script/deque_object.h"
#include "script/heap.h"
#include "script/interpreter.h"
#include "script/modules.h"
#include "script/native_arguments.h"
#include "script/native_function.h"
#include "script/operations.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

Ref<DequeObject> Self(Values arguments) {
  return Ref<DequeObject>(arguments[0].As<DequeObject>());
}

Value RaiseIndex(Interpreter& interpreter, std::string message) {
  return interpreter.Raise(*interpreter.classes().index_error, std::move(message));
}

Value DequeAppend(Interpreter&, Values arguments) {
  Self(arguments)->Append(arguments[1]);
  return Value::None();
}

Value DequeAppendLeft(Interpreter&, Values arguments) {
  Self(arguments)->AppendLeft(arguments[1]);
  return Value::None();
}

Value DequeClear(Interpreter&, Values arguments) {
  Self(arguments)->Clear();
  return Value::None();
}

Value DequeCopy(Interpreter& interpreter, Values arguments) {
  Ref<DequeObject> self = Self(arguments);
  Ref<DequeObject> copy = interpreter.heap().New<DequeObject>(self->type(), self->maximum());
  for (const Value& item : self->items()) copy->Append(item);
  return copy;
}

// The index of an equal item in the range; -1 when there is none, nothing on failure.
std::optional<int64_t> FindItem(Interpreter& interpreter, Values arguments, SearchRange range) {
  Ref<DequeObject> self = Self(arguments);
  const uint64_t version = self->version();
  for (int64_t i = range.begin; i < range.end; ++i) {
    if (!interpreter.Step()) return std::nullopt;
    Value item = self->items()[static_cast<size_t>(i)];
    std::optional<bool> equal = AreEqual(interpreter, item, arguments[1]);
    if (!equal) return std::nullopt;
    if (self->version() != version) {
      interpreter.Raise(*interpreter.classes().runtime_error, "deque mutated during iteration");
      return std::nullopt;
    }
    if (*equal) return i;
  }
  return -1;
}

SearchRange WholeRange(Values arguments) {
  return {0, static_cast<int64_t>(Self(arguments)->items().size())};
}

Value DequeCount(Interpreter& interpreter, Values arguments) {
  int64_t count = 0;
  SearchRange range = WholeRange(arguments);
  while (true) {
    std::optional<int64_t> found = FindItem(interpreter, arguments, range);
    if (!found) return {};
    if (*found < 0) return Value::Int(count);
    ++count;
    range.begin = *found + 1;
  }
}

Value RaiseAbsent(Interpreter& interpreter, const Value& item) {
  std::optional<std::string> text = ReprText(interpreter, item);
  return text ? interpreter.RaiseValueError(*text + " is not in deque") : Value();
}

Value DequeIndex(Interpreter& interpreter, Values arguments) {
  auto length = static_cast<int64_t>(Self(arguments)->items().size());
  auto range = ResolveSearchRange(interpreter, arguments[2], arguments[3], length, false);
  if (!range) return {};
  std::optional<int64_t> found = FindItem(interpreter, arguments, *range);
  if (!found) return {};
  return *found >= 0 ? Value::Int(*found) : RaiseAbsent(interpreter, arguments[1]);
}

Value DequeRemove(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> found = FindItem(interpreter, arguments, WholeRange(arguments));
  if (!found) return {};
  if (*found < 0) return RaiseAbsent(interpreter, arguments[1]);
  Self(arguments)->Remove(static_cast<size_t>(*found));
  return Value::None();
}

// Extending by itself adds the items it had at the start.
Value Extend(Interpreter& interpreter, Values arguments, bool left) {
  Ref<DequeObject> self = Self(arguments);
  auto add = [&](const Value& item) {
    left ? self->AppendLeft(item) : self->Append(item);
    return true;
  };
  if (arguments[1].object() == self.get()) {
    std::vector<Value> items(self->items().begin(), self->items().end());
    for (const Value& item : items) add(item);
    return Value::None();
  }
  return ForEach(interpreter, arguments[1], add) ? Value::None() : Value();
}

Value DequeExtend(Interpreter& interpreter, Values arguments) {
  return Extend(interpreter, arguments, false);
}

Value DequeExtendLeft(Interpreter& interpreter, Values arguments) {
  return Extend(interpreter, arguments, true);
}

Value DequeInsert(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> index = ToIndex(interpreter, arguments[1]);
  if (!index) return {};
  Ref<DequeObject> self = Self(arguments);
  if (self->is_full()) return RaiseIndex(interpreter, "deque already at its maximum size");
  auto length = static_cast<int64_t>(self->items().size());
  if (*index < 0) *index = std::max<int64_t>(*index + length, 0);
  self->Insert(static_cast<size_t>(std::min(*index, length)), arguments[2]);
  return Value::None();
}

Value DequePop(Interpreter& interpreter, Values arguments) {
  if (Self(arguments)->items().empty()) return RaiseIndex(interpreter, "pop from an empty deque");
  return Self(arguments)->Pop();
}

Value DequePopLeft(Interpreter& interpreter, Values arguments) {
  if (Self(arguments)->items().empty()) return RaiseIndex(interpreter, "pop from an empty deque");
  return Self(arguments)->PopLeft();
}

Value DequeReverse(Interpreter&, Values arguments) {
  Self(arguments)->Reverse();
  return Value::None();
}

Value DequeRotate(Interpreter& interpreter, Values arguments) {
  std::optional<int64_t> steps = IndexOr(interpreter, arguments[1], 1);
  if (!steps) return {};
  Self(arguments)->Rotate(*steps);
  return Value::None();
}

Value DequeMaximum(Interpreter&, Values arguments) {
  std::optional<size_t> maximum = Self(arguments)->maximum();
  return maximum ? Value::Int(static_cast<int64_t>(*maximum)) : Value::None();
}

constexpr NativeFunction kMethods[] = {
    {"append", "object, /", &DequeAppend},
    {"appendleft", "object, /", &DequeAppendLeft},
    {"clear", "", &DequeClear},
    {"copy", "", &DequeCopy},
    {"count", "value, /", &DequeCount},
    {"extend", "iterable, /", &DequeExtend},
    {"extendleft", "iterable, /", &DequeExtendLeft},
    {"index", "value, start=0, stop=0, /", &DequeIndex},
    {"insert", "index, object, /", &DequeInsert},
    {"pop", "", &DequePop},
    {"popleft", "", &DequePopLeft},
    {"remove", "value, /", &DequeRemove},
    {"reverse", "", &DequeReverse},
    {"rotate", "n=1, /", &DequeRotate},
};

constexpr NativeProperty kProperties[] = {
    {"maxlen", &DequeMaximum},
};

Value ConstructDeque(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  auto bound = BindParameters(interpreter, "deque", "iterable=(), maxlen=None", arguments,
                              ArityMessages::kNative);
  if (!bound) return {};
  const Value& limit = (*bound)[1];
  std::optional<size_t> maximum;
  if (!limit.empty() && !limit.is_none()) {
    if (!limit.is_integral()) return interpreter.RaiseTypeError("an integer is required");
    if (limit.as_int() < 0) return interpreter.RaiseValueError("maxlen must be non-negative");
    maximum = static_cast<size_t>(limit.as_int());
  }
  Ref<DequeObject> deque = interpreter.heap().New<DequeObject>(type, maximum);
  if ((*bound)[0].empty()) return deque;
  bool ok = ForEach(interpreter, (*bound)[0], [&](const Value& item) {
    deque->Append(item);
    return true;
  });
  return ok ? Value(deque) : Value();
}

}  // namespace

ClassObject& DefineDeque(Heap& heap) {
  ClassObject& type = DefineModuleClass(heap, "collections", "deque");
  DefineModuleClass(heap, "_collections", "_deque_iterator");
  DefineModuleClass(heap, "_collections", "_deque_reverse_iterator");
  DefineMethods(heap, type, kMethods);
  DefineProperties(heap, type, kProperties);
  type.set_constructor(&ConstructDeque);
  return type;
}

}  // namespace streplay::script
