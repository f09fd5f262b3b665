// The `functools` module: partial, wraps, update_wrapper and reduce.
#include "script/class_object.h"
#include "script/exception_object.h"
#include "script/heap.h"
#include "script/module_object.h"
#include "script/modules.h"
#include "script/native_function.h"
#include "script/operations.h"
#include "script/partial_object.h"
#include "script/refused_function.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

constexpr std::string_view kCopiedNames[] = {"__module__", "__name__", "__qualname__", "__doc__"};

// Makes `wrapper` look like `wrapped`: names, doc and attributes, and __wrapped__.
Value UpdateWrapper(Interpreter& interpreter, const Value& wrapper, const Value& wrapped) {
  Heap& heap = interpreter.heap();
  for (std::string_view name : kCopiedNames) {
    Value value = FindAttribute(interpreter, wrapped, heap.Intern(name));
    if (interpreter.failed()) return {};
    if (!value.empty() && !SetAttribute(interpreter, wrapper, heap.Intern(name), value)) return {};
  }
  Object* source = wrapped.object();
  Object* target = wrapper.object();
  Namespace* from = source != nullptr ? source->attributes() : nullptr;
  Namespace* to = target != nullptr ? target->attributes() : nullptr;
  if (from != nullptr && to != nullptr && from != to) {
    for (const Namespace::Entry& entry : from->entries()) {
      if (!entry.value.empty()) to->Set(entry.name, entry.value);
    }
  }
  return SetAttribute(interpreter, wrapper, heap.Intern("__wrapped__"), wrapped) ? wrapper
                                                                                 : Value();
}

Value FunctoolsUpdateWrapper(Interpreter& interpreter, Values arguments) {
  if (!arguments[2].empty() || !arguments[3].empty()) {
    return RefusedFunction<"functools.update_wrapper() with assigned or updated">(interpreter,
                                                                                  arguments);
  }
  return UpdateWrapper(interpreter, arguments[0], arguments[1]);
}

// A partial of update_wrapper that waits for the wrapper.
Value FunctoolsWraps(Interpreter& interpreter, Values arguments) {
  if (!arguments[1].empty() || !arguments[2].empty()) {
    return RefusedFunction<"functools.wraps() with assigned or updated">(interpreter, arguments);
  }
  Heap& heap = interpreter.heap();
  Value update = MakeNativeFunction(
      heap,
      {"update_wrapper", "wrapper, wrapped, assigned=(), updated=()", &FunctoolsUpdateWrapper},
      "functools");
  Ref<DictObject> keywords = heap.MakeDict();
  keywords->SetString("wrapped", arguments[0]);
  ClassObject* type = FindModuleClass(heap, "functools", "partial");
  return heap.New<PartialObject>(*type, update, std::vector<Value>(), keywords);
}

Value FunctoolsReduce(Interpreter& interpreter, Values arguments) {
  Value iterator = Iterate(interpreter, arguments[1]);
  if (iterator.empty()) {
    if (!interpreter.IsPending(*interpreter.classes().type_error)) return {};
    interpreter.TakeException();
    return interpreter.RaiseTypeError("reduce() arg 2 must support iteration");
  }
  Value result = arguments[2];
  while (interpreter.Step()) {
    Value item = Next(interpreter, iterator);
    if (item.empty()) {
      if (interpreter.failed() || !result.empty()) return interpreter.failed() ? Value() : result;
      return interpreter.RaiseTypeError("reduce() of empty iterable with no initial value");
    }
    result = result.empty() ? item : interpreter.Call(arguments[0], {result, item});
    if (result.empty()) return {};
  }
  return {};
}

constexpr NativeFunction kFunctions[] = {
    {"cache", kAnyArguments, &RefusedFunction<"functools.cache()">},
    {"cached_property", kAnyArguments, &RefusedFunction<"functools.cached_property()">},
    {"cmp_to_key", kAnyArguments, &RefusedFunction<"functools.cmp_to_key()">},
    {"lru_cache", kAnyArguments, &RefusedFunction<"functools.lru_cache()">},
    {"partialmethod", kAnyArguments, &RefusedFunction<"functools.partialmethod()">},
    {"reduce", "function, iterable, initial=None, /", &FunctoolsReduce},
    {"singledispatch", kAnyArguments, &RefusedFunction<"functools.singledispatch()">},
    {"singledispatchmethod", kAnyArguments, &RefusedFunction<"functools.singledispatchmethod()">},
    {"total_ordering", kAnyArguments, &RefusedFunction<"functools.total_ordering()">},
    {"update_wrapper", "wrapper, wrapped, assigned=(), updated=()", &FunctoolsUpdateWrapper},
    {"wraps", "wrapped, assigned=(), updated=()", &FunctoolsWraps},
};

bool Initialize(Interpreter& interpreter, ModuleObject& module) {
  module.globals().Set(interpreter.heap().Intern("partial"),
                       Value(&DefinePartial(interpreter.heap())));
  return true;
}

}  // namespace

const NativeModule kFunctoolsModule = {"functools", kFunctions, &Initialize};

}  // namespace streplay::script
