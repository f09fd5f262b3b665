// def and class.
#include "script/assign.h"
#include "script/call_function.h"
#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/execute.h"
#include "script/instance_methods.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

bool EvaluateDecorators(Interpreter& interpreter, Frame& frame, Expressions decorators,
                        std::vector<Value>& values) {
  for (const Expr* decorator : decorators) {
    values.push_back(Evaluate(interpreter, frame, *decorator));
    if (values.back().empty()) return false;
  }
  return true;
}

// Applies the decorators, the last one first, and binds the result.
Flow DecorateAndBind(Interpreter& interpreter, Frame& frame, const std::vector<Value>& decorators,
                     Value value, const Name& target) {
  for (size_t i = decorators.size(); i > 0 && !value.empty(); --i) {
    value = interpreter.Call(decorators[i - 1], {value});
  }
  if (value.empty() || !AssignName(interpreter, frame, target, std::move(value))) {
    return Flow::kFailed;
  }
  return Flow::kNormal;
}

// The class to derive from; null when it cannot be one.
ClassObject* FindBase(Interpreter& interpreter, const Value& value) {
  auto* base = value.As<ClassObject>();
  if (base != nullptr && base->can_be_base()) return base;
  if (base == nullptr) {
    interpreter.Refuse("deriving from a value that is no class is");
    return nullptr;
  }
  const BuiltinClasses& classes = interpreter.classes();
  std::string name = base->qualified_name();
  for (ClassObject* closed : {classes.boolean, classes.none, classes.function, classes.range,
                              classes.slice, classes.native_function}) {
    if (base != closed) continue;
    interpreter.RaiseTypeError("type '" + name + "' is not an acceptable base type");
    return nullptr;
  }
  interpreter.Refuse("deriving from `" + name + "` is");
  return nullptr;
}

void PrepareClassNames(Interpreter& interpreter, const Frame& outer, const ClassDefinition& node,
                       Namespace& names) {
  Heap& heap = interpreter.heap();
  const Value* module = outer.globals->globals().Find(symbols::kDunderName);
  if (module != nullptr) names.Set(symbols::kModule, *module);
  names.Set(symbols::kQualname, heap.MakeString(std::string(node.scope->qualname)));
  if (node.docstring != nullptr) {
    names.Set(symbols::kDoc, heap.MakeString(std::string(node.docstring->value)));
  }
}

// Makes the class from the names that its body has bound.
Ref<ClassObject> MakeClass(Interpreter& interpreter, const ClassDefinition& node, ClassObject& base,
                           const Namespace& names) {
  Heap& heap = interpreter.heap();
  Ref<ClassObject> type =
      heap.New<ClassObject>(heap, heap.classes().type, node.name, Ref<ClassObject>(&base));
  type->set_script_class();
  type->set_can_be_base(true);
  if (!base.IsSubclassOf(*heap.classes().base_exception)) {
    type->set_constructor(&ConstructInstance);
  }
  type->set_qualified_name(std::string(node.scope->qualname));
  for (const Namespace::Entry& entry : names.entries()) {
    const std::string* text = TextOf(entry.value);
    if (entry.name == symbols::kQualname && text != nullptr) {
      type->set_qualified_name(*text);
      continue;
    }
    if (entry.name == symbols::kModule && text != nullptr) type->set_module(*text);
    if (!entry.value.empty()) type->Set(entry.name, entry.value);
  }
  return type;
}

// Runs the body in a namespace of its own and makes the class of it.
Value RunClassBody(Interpreter& interpreter, Frame& outer, const ClassDefinition& node,
                   ClassObject& base) {
  RecursionScope recursion(interpreter, "");
  if (!recursion.entered()) return {};
  Namespace names;
  PrepareClassNames(interpreter, outer, node, names);
  std::vector<Ref<CellObject>> frees = CaptureCells(outer, *node.scope);
  Frame frame{.loaded = outer.loaded,
              .globals = outer.globals,
              .scope = *node.scope,
              .locals = {},
              .cells = {},
              .frees = frees,
              .class_names = &names,
              .result = {},
              .begin = node.begin,
              .end = node.end,
              .caller = nullptr};
  MakeCells(interpreter.heap(), frame);
  FrameScope scope(interpreter, frame);
  if (ExecuteBlock(interpreter, frame, node.body) == Flow::kFailed) return {};
  Ref<ClassObject> type = MakeClass(interpreter, node, base, names);
  if (node.scope->class_cell >= 0) frame.cells[node.scope->class_cell]->value = type;
  return type;
}

}  // namespace

Flow ExecuteFunctionDefinition(Interpreter& interpreter, Frame& frame,
                               const FunctionDefinition& node) {
  std::vector<Value> decorators;
  if (!EvaluateDecorators(interpreter, frame, node.decorators, decorators)) return Flow::kFailed;
  Value function = MakeFunction(interpreter, frame, *node.function);
  return DecorateAndBind(interpreter, frame, decorators, std::move(function), *node.target);
}

Flow ExecuteClassDefinition(Interpreter& interpreter, Frame& frame, const ClassDefinition& node) {
  std::vector<Value> decorators;
  if (!EvaluateDecorators(interpreter, frame, node.decorators, decorators)) return Flow::kFailed;
  Value base_value(interpreter.classes().object);
  if (node.base != nullptr) {
    base_value = Evaluate(interpreter, frame, *node.base);
    if (base_value.empty()) return Flow::kFailed;
  }
  ClassObject* base = FindBase(interpreter, base_value);
  if (base == nullptr) return Flow::kFailed;
  Value type = RunClassBody(interpreter, frame, node, *base);
  return DecorateAndBind(interpreter, frame, decorators, std::move(type), *node.target);
}

}  // namespace streplay::script
