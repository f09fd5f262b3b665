// The dispatch over statements, with the simplest of them.
#include "script/execute.h"

#include "script/assign.h"
#include "script/evaluate.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

Flow ExecuteBlock(Interpreter& interpreter, Frame& frame, Block block) {
  for (const Stmt* statement : block) {
    Flow flow = Execute(interpreter, frame, *statement);
    if (flow != Flow::kNormal) return flow;
  }
  return Flow::kNormal;
}

Flow Execute(Interpreter& interpreter, Frame& frame, const Stmt& node) {
  frame.MoveTo(node);
  if (!interpreter.Step()) return Flow::kFailed;
  switch (node.kind) {
    case NodeKind::kExpressionStatement:
      return ExecuteExpression(interpreter, frame, static_cast<const ExpressionStatement&>(node));
    case NodeKind::kAssign:
      return ExecuteAssign(interpreter, frame, static_cast<const Assign&>(node));
    case NodeKind::kAugmentedAssign:
      return ExecuteAugmentedAssign(interpreter, frame, static_cast<const AugmentedAssign&>(node));
    case NodeKind::kAnnotatedAssign:
      return ExecuteAnnotatedAssign(interpreter, frame, static_cast<const AnnotatedAssign&>(node));
    case NodeKind::kIf:
      return ExecuteIf(interpreter, frame, static_cast<const If&>(node));
    case NodeKind::kWhile:
      return ExecuteWhile(interpreter, frame, static_cast<const While&>(node));
    case NodeKind::kFor:
      return ExecuteFor(interpreter, frame, static_cast<const For&>(node));
    case NodeKind::kWith:
      return ExecuteWith(interpreter, frame, static_cast<const With&>(node));
    case NodeKind::kTry:
      return ExecuteTry(interpreter, frame, static_cast<const Try&>(node));
    case NodeKind::kFunctionDefinition:
      return ExecuteFunctionDefinition(interpreter, frame,
                                       static_cast<const FunctionDefinition&>(node));
    case NodeKind::kClassDefinition:
      return ExecuteClassDefinition(interpreter, frame, static_cast<const ClassDefinition&>(node));
    case NodeKind::kReturn:
      return ExecuteReturn(interpreter, frame, static_cast<const Return&>(node));
    case NodeKind::kRaise:
      return ExecuteRaise(interpreter, frame, static_cast<const Raise&>(node));
    case NodeKind::kAssert:
      return ExecuteAssert(interpreter, frame, static_cast<const Assert&>(node));
    case NodeKind::kDelete:
      return ExecuteDelete(interpreter, frame, static_cast<const Delete&>(node));
    case NodeKind::kImport:
      return ExecuteImport(interpreter, frame, static_cast<const Import&>(node));
    case NodeKind::kImportFrom:
      return ExecuteImportFrom(interpreter, frame, static_cast<const ImportFrom&>(node));
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
    case NodeKind::kPass:
      return Flow::kNormal;
    case NodeKind::kBreak:
      return Flow::kBreak;
    case NodeKind::kContinue:
      return Flow::kContinue;
    default:
      break;
  }
  STREPLAY_CHECK(false);  // an expression
}

Flow ExecuteExpression(Interpreter& interpreter, Frame& frame, const ExpressionStatement& node) {
  if (node.magic == Magic::kItems) {
    std::vector<Value> values;
    if (!EvaluateItems(interpreter, frame, As<TupleDisplay>(*node.value).items, values)) {
      return Flow::kFailed;
    }
    return interpreter.host().Display(interpreter, values) ? Flow::kNormal : Flow::kFailed;
  }
  Value value = Evaluate(interpreter, frame, *node.value);
  if (value.empty()) return Flow::kFailed;
  if (node.magic == Magic::kNone) return Flow::kNormal;
  return interpreter.host().Display(interpreter, {&value, 1}) ? Flow::kNormal : Flow::kFailed;
}

Flow ExecuteReturn(Interpreter& interpreter, Frame& frame, const Return& node) {
  frame.result = node.value != nullptr ? Evaluate(interpreter, frame, *node.value) : Value::None();
  return frame.result.empty() ? Flow::kFailed : Flow::kReturn;
}

Flow ExecuteAssert(Interpreter& interpreter, Frame& frame, const Assert& node) {
  std::optional<bool> truth = EvaluateCondition(interpreter, frame, *node.condition);
  if (!truth) return Flow::kFailed;
  if (*truth) return Flow::kNormal;
  ClassObject& type = *interpreter.classes().assertion_error;
  Value message;
  if (node.message != nullptr) {
    message = Evaluate(interpreter, frame, *node.message);
    if (message.empty()) return Flow::kFailed;
  }
  interpreter.RaiseWith(type, message);
  return Flow::kFailed;
}

Flow ExecuteDelete(Interpreter& interpreter, Frame& frame, const Delete& node) {
  return DeleteTarget(interpreter, frame, *node.target) ? Flow::kNormal : Flow::kFailed;
}

}  // namespace streplay::script
