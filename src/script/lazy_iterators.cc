// map, filter, zip, enumerate and iter(callable, sentinel): each takes from its iterators only when
// it is asked.
#include "script/lazy_iterators.h"
#include "script/bind_constructor.h"
#include "script/install_builtins.h"
#include "script/iterator_objects.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

// An iterator over other values that it holds.
class LazyIterator : public IteratorObject {
 public:
  LazyIterator(ClassObject& type, std::vector<Value> values)
      : IteratorObject(type), values_(std::move(values)) {}

  void Traverse(ReferenceVisitor& visitor) const override {
    for (const Value& value : values_) visitor.Visit(value);
  }
  void DropReferences() override { values_.clear(); }

 protected:
  const std::vector<Value>& values() const { return values_; }

 private:
  std::vector<Value> values_;
};

// values: the function, then the iterators.
class MapIterator : public LazyIterator {
 public:
  using LazyIterator::LazyIterator;
  Value Next(Interpreter& interpreter) override {
    std::vector<Value> arguments;
    for (size_t i = 1; i < values().size(); ++i) {
      arguments.push_back(script::Next(interpreter, values()[i]));
      if (arguments.back().empty()) return {};
    }
    return interpreter.Call(values()[0], {arguments, {}});
  }
};

// values: the function (or None) and the iterator.
class FilterIterator : public LazyIterator {
 public:
  using LazyIterator::LazyIterator;
  Value Next(Interpreter& interpreter) override {
    while (interpreter.Step()) {
      Value item = script::Next(interpreter, values()[1]);
      if (item.empty()) return {};
      Value verdict = values()[0].is_none() ? item : interpreter.Call(values()[0], {item});
      if (verdict.empty()) return {};
      std::optional<bool> truth = script::IsTrue(interpreter, verdict);
      if (!truth) return {};
      if (*truth) return item;
    }
    return {};
  }
};

// values: the iterators.
class ZipIterator : public LazyIterator {
 public:
  ZipIterator(ClassObject& type, std::vector<Value> iterators, bool strict)
      : LazyIterator(type, std::move(iterators)), strict_(strict) {}

  Value Next(Interpreter& interpreter) override {
    if (values().empty()) return {};
    std::vector<Value> items;
    for (const Value& iterator : values()) {
      Value item = script::Next(interpreter, iterator);
      if (item.empty()) return End(interpreter, items.size());
      items.push_back(std::move(item));
    }
    return interpreter.heap().MakeTuple(std::move(items));
  }

 private:
  // The iterator number `ended` has ended; a strict zip wants all of them to.
  Value End(Interpreter& interpreter, size_t ended) {
    if (interpreter.failed() || !strict_) return {};
    if (ended > 0) return RaiseLength(interpreter, ended, "shorter");
    for (size_t i = 1; i < values().size(); ++i) {
      Value item = script::Next(interpreter, values()[i]);
      if (!item.empty()) return RaiseLength(interpreter, i, "longer");
      if (interpreter.failed()) return {};
    }
    return {};
  }

  static Value RaiseLength(Interpreter& interpreter, size_t index, std::string_view relation) {
    std::string others = index == 1 ? " 1" : "s 1-" + std::to_string(index);
    return interpreter.RaiseValueError("zip() argument " + std::to_string(index + 1) + " is " +
                                       std::string(relation) + " than argument" + others);
  }

  bool strict_;
};

// values: the iterator.
class EnumerateIterator : public LazyIterator {
 public:
  EnumerateIterator(ClassObject& type, std::vector<Value> iterator, int64_t start)
      : LazyIterator(type, std::move(iterator)), next_(start) {}

  Value Next(Interpreter& interpreter) override {
    Value item = script::Next(interpreter, values()[0]);
    if (item.empty()) return {};
    Value number = Value::Int(next_);
    if (__builtin_add_overflow(next_, 1, &next_)) return interpreter.Raise(IntegerTooLarge());
    return interpreter.heap().MakeTuple({number, std::move(item)});
  }

 private:
  int64_t next_;
};

// values: the callable and the sentinel; empty when the sentinel has come.
class CallableIterator : public LazyIterator {
 public:
  using LazyIterator::LazyIterator;
  Value Next(Interpreter& interpreter) override {
    if (values().empty()) return {};
    Value item = interpreter.Call(values()[0], Arguments{});
    if (item.empty()) return {};
    std::optional<bool> equal = AreEqual(interpreter, values()[1], item);
    if (!equal) return {};
    if (!*equal) return item;
    DropReferences();
    return {};
  }
};

// Makes iterators of `iterables` and adds them to `values`.
bool AddIterators(Interpreter& interpreter, std::span<const Value> iterables,
                  std::vector<Value>& values) {
  for (const Value& iterable : iterables) {
    values.push_back(Iterate(interpreter, iterable));
    if (values.back().empty()) return false;
  }
  return true;
}

Value ConstructMap(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  if (!arguments.keywords.empty()) {
    return interpreter.RaiseTypeError("map() takes no keyword arguments");
  }
  if (arguments.positional.size() < 2) {
    return interpreter.RaiseTypeError("map() must have at least two arguments.");
  }
  std::vector<Value> values = {arguments.positional[0]};
  if (!AddIterators(interpreter, arguments.positional.subspan(1), values)) return {};
  return interpreter.heap().New<MapIterator>(type, std::move(values));
}

Value ConstructFilter(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Value bound[2];
  if (!BindConstructor(interpreter, "filter", "function, iterable, /", arguments, bound)) return {};
  std::vector<Value> values = {bound[0]};
  if (!AddIterators(interpreter, {&bound[1], 1}, values)) return {};
  return interpreter.heap().New<FilterIterator>(type, std::move(values));
}

bool AddZipIterators(Interpreter& interpreter, const TupleObject& iterables,
                     std::vector<Value>& values) {
  for (size_t i = 0; i < iterables.size(); ++i) {
    const Value& iterable = iterables.items()[i];
    if (!IsIterableValue(iterable)) {
      interpreter.RaiseTypeError("'" + TypeName(interpreter, iterable) +
                                 "' object is not iterable");
      return false;
    }
    if (!AddIterators(interpreter, {&iterable, 1}, values)) return false;
  }
  return true;
}

Value ConstructZip(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Value bound[2];  // strict, iterables
  if (!BindConstructor(interpreter, "zip", "*iterables, strict=False", arguments, bound)) {
    return {};
  }
  std::optional<bool> strict = bound[0].empty() ? false : IsTrue(interpreter, bound[0]);
  std::vector<Value> values;
  if (!strict || !AddZipIterators(interpreter, *bound[1].As<TupleObject>(), values)) return {};
  return interpreter.heap().New<ZipIterator>(type, std::move(values), *strict);
}

Value ConstructEnumerate(Interpreter& interpreter, ClassObject& type, const Arguments& arguments) {
  Value bound[2];
  if (!BindConstructor(interpreter, "enumerate", "iterable, start=0", arguments, bound)) return {};
  int64_t start = 0;
  if (!bound[1].empty()) {
    std::optional<int64_t> number = ToIndex(interpreter, bound[1]);
    if (!number) return {};
    start = *number;
  }
  std::vector<Value> values;
  if (!AddIterators(interpreter, {&bound[0], 1}, values)) return {};
  return interpreter.heap().New<EnumerateIterator>(type, std::move(values), start);
}

Value ConstructReversed(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value sequence;
  if (!BindConstructor(interpreter, "reversed", "sequence, /", arguments, {&sequence, 1})) {
    return {};
  }
  if (Object* object = sequence.object()) return object->IterateReversed(interpreter);
  return interpreter.RaiseTypeError("'" + TypeName(interpreter, sequence) +
                                    "' object is not reversible");
}

}  // namespace

Value MakeCallableIterator(Interpreter& interpreter, const Value& callable, const Value& sentinel) {
  return interpreter.heap().New<CallableIterator>(*interpreter.classes().callable_iterator,
                                                  std::vector<Value>{callable, sentinel});
}

void DefineLazyIterators(Heap& heap) {
  const BuiltinClasses& classes = heap.classes();
  classes.map->set_constructor(&ConstructMap);
  classes.filter->set_constructor(&ConstructFilter);
  classes.zip->set_constructor(&ConstructZip);
  classes.enumerate->set_constructor(&ConstructEnumerate);
  classes.reversed->set_constructor(&ConstructReversed);
}

}  // namespace streplay::script
