#include "script/call_function.h"

#include <algorithm>

#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/execute.h"
#include "script/value_stack.h"

namespace streplay::script {

namespace {

// The common case: as many positional arguments as parameters, and nothing else.
bool FitsDirectly(const Signature& signature, const Arguments& arguments) {
  return arguments.keywords.empty() && arguments.positional.size() == signature.size() &&
         signature.positional_count() == signature.size();
}

bool Bind(Interpreter& interpreter, const FunctionObject& function, const Arguments& arguments,
          std::span<Value> locals) {
  const Signature& signature = function.signature();
  if (FitsDirectly(signature, arguments)) {
    std::copy(arguments.positional.begin(), arguments.positional.end(), locals.begin());
    return true;
  }
  Callable callable = {
      function.qualified_name(), &signature, function.defaults(), ArityMessages::kPython, {}};
  return BindArguments(interpreter, callable, arguments, locals.first(signature.size()));
}

Value RunBody(Interpreter& interpreter, Frame& frame, const Function& code) {
  if (code.is_lambda()) {
    frame.MoveTo(*code.result);
    return Evaluate(interpreter, frame, *code.result);
  }
  switch (ExecuteBlock(interpreter, frame, code.body)) {
    case Flow::kReturn:
      return std::move(frame.result);
    case Flow::kFailed:
      return {};
    default:
      return Value::None();
  }
}

bool EvaluateAnnotations(Interpreter& interpreter, Frame& frame, const Function& code,
                         FunctionObject& function) {
  if (code.annotations.empty()) return true;
  Ref<DictObject> annotations = interpreter.heap().MakeDict();
  for (const Annotation& annotation : code.annotations) {
    Value value = Evaluate(interpreter, frame, *annotation.value);
    if (value.empty()) return false;
    annotations->SetString(interpreter.heap().Text(annotation.name), value);
  }
  return function.SetAttribute(interpreter, symbols::kAnnotations, annotations);
}

}  // namespace

std::vector<Ref<CellObject>> CaptureCells(const Frame& frame, const Scope& inner) {
  std::vector<Ref<CellObject>> cells;
  cells.reserve(inner.frees.size());
  for (const Capture& capture : inner.frees) {
    cells.push_back(capture.from_free ? frame.frees[capture.index] : frame.cells[capture.index]);
  }
  return cells;
}

void MakeCells(Heap& heap, Frame& frame) {
  if (frame.scope.cells.empty()) return;
  frame.cells.reserve(frame.scope.cells.size());
  for (const Cell& cell : frame.scope.cells) {
    Value initial = cell.parameter >= 0 ? frame.locals[cell.parameter] : Value();
    frame.cells.push_back(heap.New<CellObject>(heap, std::move(initial)));
  }
}

Value CallFunction(Interpreter& interpreter, FunctionObject& function, const Arguments& arguments) {
  if (!interpreter.Step()) return {};
  RecursionScope recursion(interpreter, "");
  if (!recursion.entered()) return {};
  Ref<FunctionObject> alive(&function);
  const Function& code = function.code();
  StackSlots locals(interpreter.stack(), code.scope->locals.size());
  if (!Bind(interpreter, function, arguments, locals.span())) return {};
  Frame frame{.loaded = *function.loaded(),
              .globals = function.globals(),
              .scope = *code.scope,
              .locals = locals.span(),
              .cells = {},
              .frees = function.closure(),
              .class_names = nullptr,
              .result = {},
              .begin = code.begin,
              .end = code.begin,
              .caller = nullptr};
  MakeCells(interpreter.heap(), frame);
  FrameScope scope(interpreter, frame);
  return RunBody(interpreter, frame, code);
}

Value MakeFunction(Interpreter& interpreter, Frame& frame, const Function& code) {
  std::vector<Value> defaults(code.parameters.size());
  bool has_defaults = false;
  for (size_t i = 0; i < code.parameters.size(); ++i) {
    if (code.parameters[i].default_value == nullptr) continue;
    defaults[i] = Evaluate(interpreter, frame, *code.parameters[i].default_value);
    if (defaults[i].empty()) return {};
    has_defaults = true;
  }
  if (!has_defaults) defaults.clear();
  Heap& heap = interpreter.heap();
  FunctionObject::Definition definition;
  definition.loaded = heap.Load(frame.loaded.program());
  definition.code = &code;
  definition.globals = frame.globals;
  definition.defaults = std::move(defaults);
  definition.closure = CaptureCells(frame, *code.scope);
  Ref<FunctionObject> function = heap.New<FunctionObject>(heap, std::move(definition));
  if (!EvaluateAnnotations(interpreter, frame, code, *function)) return {};
  return function;
}

}  // namespace streplay::script
