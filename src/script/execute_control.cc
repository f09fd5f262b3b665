// if, while, for.
#include "script/assign.h"
#include "script/evaluate.h"
#include "script/execute.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

// What a loop does with the way its body was left: whether it goes on, and if not, with which flow
// the statement ends.
bool GoesOn(Flow body, Flow& flow) {
  if (body == Flow::kNormal || body == Flow::kContinue) return true;
  flow = body == Flow::kBreak ? Flow::kNormal : body;
  return false;
}

}  // namespace

Flow ExecuteIf(Interpreter& interpreter, Frame& frame, const If& node) {
  for (const IfBranch& branch : node.branches) {
    frame.MoveTo(*branch.condition);
    std::optional<bool> truth = EvaluateCondition(interpreter, frame, *branch.condition);
    if (!truth) return Flow::kFailed;
    if (*truth) return ExecuteBlock(interpreter, frame, branch.body);
  }
  return ExecuteBlock(interpreter, frame, node.otherwise);
}

Flow ExecuteWhile(Interpreter& interpreter, Frame& frame, const While& node) {
  Flow flow = Flow::kNormal;
  while (true) {
    frame.MoveTo(*node.condition);
    if (!interpreter.Step()) return Flow::kFailed;
    std::optional<bool> truth = EvaluateCondition(interpreter, frame, *node.condition);
    if (!truth) return Flow::kFailed;
    if (!*truth) return ExecuteBlock(interpreter, frame, node.otherwise);
    if (!GoesOn(ExecuteBlock(interpreter, frame, node.body), flow)) return flow;
  }
}

Flow ExecuteFor(Interpreter& interpreter, Frame& frame, const For& node) {
  Value iterable = Evaluate(interpreter, frame, *node.iterable);
  if (iterable.empty()) return Flow::kFailed;
  Value iterator = Iterate(interpreter, iterable);
  if (iterator.empty()) return Flow::kFailed;
  iterable = Value();
  Flow flow = Flow::kNormal;
  while (true) {
    frame.MoveTo(*node.iterable);
    if (!interpreter.Step()) return Flow::kFailed;
    Value item = Next(interpreter, iterator);
    if (item.empty()) {
      if (interpreter.failed()) return Flow::kFailed;
      return ExecuteBlock(interpreter, frame, node.otherwise);
    }
    frame.MoveTo(*node.target);
    if (!AssignTarget(interpreter, frame, *node.target, item)) return Flow::kFailed;
    item = Value();
    if (!GoesOn(ExecuteBlock(interpreter, frame, node.body), flow)) return flow;
  }
}

}  // namespace streplay::script
