// Built-ins about containers and iteration.
#include "script/dict_object.h"
#include "script/install_builtins.h"
#include "script/iterator_objects.h"
#include "script/lazy_iterators.h"
#include "script/list_object.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

Value Len(Interpreter& interpreter, std::span<const Value> arguments) {
  auto length = Length(interpreter, arguments[0]);
  return length ? Value::Int(*length) : Value();
}

Value Iter(Interpreter& interpreter, std::span<const Value> arguments) {
  if (arguments[1].empty()) return Iterate(interpreter, arguments[0]);
  if (!IsCallable(arguments[0])) {
    return interpreter.RaiseTypeError("iter(v, w): v must be callable");
  }
  return MakeCallableIterator(interpreter, arguments[0], arguments[1]);
}

Value NextBuiltin(Interpreter& interpreter, std::span<const Value> arguments) {
  Object* iterator = arguments[0].object();
  if (iterator == nullptr || !iterator->IsIterator()) {
    return interpreter.RaiseTypeError("'" + TypeName(interpreter, arguments[0]) +
                                      "' object is not an iterator");
  }
  Value item = iterator->Next(interpreter);
  if (!item.empty()) return item;
  bool exhausted = !interpreter.failed();
  bool raised_stop = interpreter.IsPending(*interpreter.classes().stop_iteration);
  if (!exhausted && !(raised_stop && !arguments[1].empty())) return {};
  if (raised_stop) interpreter.TakeException();
  return !arguments[1].empty() ? arguments[1] : interpreter.RaiseStopIteration();
}

// all() and any(): whether the first item whose truth is `wanted` exists.
std::optional<bool> FindTruth(Interpreter& interpreter, const Value& iterable, bool wanted) {
  bool found = false;
  bool complete = ForEach(interpreter, iterable, [&](const Value& item) {
    std::optional<bool> truth = IsTrue(interpreter, item);
    found = truth.has_value() && *truth == wanted;
    return truth.has_value() && !found;
  });
  if (!complete && !found) return std::nullopt;
  return found;
}

Value All(Interpreter& interpreter, std::span<const Value> arguments) {
  auto found = FindTruth(interpreter, arguments[0], false);
  return found ? Value::Bool(!*found) : Value();
}

Value Any(Interpreter& interpreter, std::span<const Value> arguments) {
  auto found = FindTruth(interpreter, arguments[0], true);
  return found ? Value::Bool(*found) : Value();
}

Value Sum(Interpreter& interpreter, std::span<const Value> arguments) {
  Value total = arguments[1].empty() ? Value::Int(0) : arguments[1];
  if (TextOf(total) != nullptr) {
    return interpreter.RaiseTypeError("sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (total.object() != nullptr && total.object()->kind() == ObjectKind::kBytes) {
    return interpreter.RaiseTypeError("sum() can't sum bytes [use b''.join(seq) instead]");
  }
  bool complete = ForEach(interpreter, arguments[0], [&](const Value& item) {
    total = BinaryOperation(interpreter, BinaryOperator::kAdd, total, item);
    return !total.empty();
  });
  return complete ? total : Value();
}

// The extreme of `candidates`; empty when there are none, or on failure.
Value FindExtreme(Interpreter& interpreter, const Value& candidates, const Value& key,
                  Comparison better) {
  Value best;
  Value best_key;
  bool complete = ForEach(interpreter, candidates, [&](const Value& item) {
    Value item_key = key.empty() || key.is_none() ? item : interpreter.Call(key, {item});
    if (item_key.empty()) return false;
    if (!best.empty()) {
      std::optional<bool> is_better = Holds(interpreter, better, item_key, best_key);
      if (!is_better) return false;
      if (!*is_better) return true;
    }
    best = item;
    best_key = item_key;
    return true;
  });
  return complete ? best : Value();
}

// arguments: key, default, positional arguments.
Value Extreme(Interpreter& interpreter, std::span<const Value> arguments, std::string_view name,
              Comparison better) {
  auto* positional = arguments[2].As<TupleObject>();
  if (positional->size() == 0) {
    return interpreter.RaiseTypeError(std::string(name) + " expected at least 1 argument, got 0");
  }
  bool several = positional->size() > 1;
  if (several && !arguments[1].empty()) {
    return interpreter.RaiseTypeError("Cannot specify a default for " + std::string(name) +
                                      "() with multiple positional arguments");
  }
  Value candidates = several ? arguments[2] : positional->items()[0];
  Value best = FindExtreme(interpreter, candidates, arguments[0], better);
  if (!best.empty() || interpreter.failed()) return best;
  if (!arguments[1].empty()) return arguments[1];
  return interpreter.RaiseValueError(std::string(name) + "() arg is an empty sequence");
}

Value Max(Interpreter& interpreter, std::span<const Value> arguments) {
  return Extreme(interpreter, arguments, "max", Comparison::kGreater);
}

Value Min(Interpreter& interpreter, std::span<const Value> arguments) {
  return Extreme(interpreter, arguments, "min", Comparison::kLess);
}

// sorted() hands its keywords on to list.sort(), which complains about them under its own name.
// arguments: positional arguments, keywords.
Value Sorted(Interpreter& interpreter, std::span<const Value> arguments) {
  auto* positional = arguments[0].As<TupleObject>();
  if (positional->size() != 1) {
    return interpreter.RaiseTypeError("sorted expected 1 argument, got " +
                                      std::to_string(positional->size()));
  }
  std::vector<Value> items;
  if (!CollectItems(interpreter, positional->items()[0], items)) return {};
  Value list = interpreter.heap().MakeList(std::move(items));
  Value sort = GetAttribute(interpreter, list, interpreter.heap().Intern("sort"));
  std::vector<KeywordArgument> keywords = KeywordsOf(*arguments[1].As<DictObject>());
  if (interpreter.Call(sort, {{}, keywords}).empty()) return {};
  return list;
}

constexpr NativeFunction kFunctions[] = {
    {"len", "object, /", &Len},
    {"iter", "object, sentinel=None, /", &Iter},
    {"next", "iterator, default=None, /", &NextBuiltin},
    {"all", "iterable, /", &All},
    {"any", "iterable, /", &Any},
    {"sum", "iterable, /, start=0", &Sum},
    {"max", "*args, key=None, default=None", &Max},
    {"min", "*args, key=None, default=None", &Min},
    {"sorted", "*args, **kwargs", &Sorted},
};

}  // namespace

void InstallIterationBuiltins(Heap& heap) {
  DefineFunctions(heap, heap.builtins(), kFunctions);
}

}  // namespace streplay::script
