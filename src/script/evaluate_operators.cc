// Operators, comparisons, conditions, attribute access and subscripts.
#include "script/assign.h"
#include "script/evaluate.h"
#include "script/operations.h"
#include "script/slice_object.h"

namespace streplay::script {

namespace {

// One link of a comparison chain.
Value CompareOnce(Interpreter& interpreter, CompareOperator op, const Value& left,
                  const Value& right) {
  switch (op) {
    case CompareOperator::kIs:
      return Value::Bool(left.IsIdenticalTo(right));
    case CompareOperator::kIsNot:
      return Value::Bool(!left.IsIdenticalTo(right));
    case CompareOperator::kIn:
    case CompareOperator::kNotIn: {
      std::optional<bool> contained = Contains(interpreter, right, left);
      if (!contained) return {};
      return Value::Bool(*contained == (op == CompareOperator::kIn));
    }
    default:
      // The first six are the rich comparisons, in the same order.
      return CompareValues(interpreter, static_cast<Comparison>(op), left, right);
  }
}

// A slice's part, None when it is left out.
Value EvaluateBound(Interpreter& interpreter, Frame& frame, const Expr* bound) {
  return bound != nullptr ? Evaluate(interpreter, frame, *bound) : Value::None();
}

}  // namespace

Value EvaluateUnary(Interpreter& interpreter, Frame& frame, const Unary& node) {
  Value operand = Evaluate(interpreter, frame, *node.operand);
  return operand.empty() ? operand : UnaryOperation(interpreter, node.op, operand);
}

Value EvaluateBinary(Interpreter& interpreter, Frame& frame, const Binary& node) {
  Value left = Evaluate(interpreter, frame, *node.left);
  if (left.empty()) return {};
  Value right = Evaluate(interpreter, frame, *node.right);
  if (right.empty()) return {};
  return BinaryOperation(interpreter, node.op, left, right);
}

Value EvaluateBoolean(Interpreter& interpreter, Frame& frame, const Boolean& node) {
  for (size_t i = 0;; ++i) {
    Value value = Evaluate(interpreter, frame, *node.operands[i]);
    if (value.empty() || i + 1 == node.operands.size()) return value;
    std::optional<bool> truth = IsTrue(interpreter, value);
    if (!truth) return {};
    if (*truth != node.is_and) return value;
  }
}

Value EvaluateCompare(Interpreter& interpreter, Frame& frame, const Compare& node) {
  Value left = Evaluate(interpreter, frame, *node.operands[0]);
  if (left.empty()) return {};
  for (size_t i = 0;; ++i) {
    Value right = Evaluate(interpreter, frame, *node.operands[i + 1]);
    if (right.empty()) return {};
    Value result = CompareOnce(interpreter, node.operators[i], left, right);
    if (result.empty() || i + 1 == node.operators.size()) return result;
    std::optional<bool> truth = IsTrue(interpreter, result);
    if (!truth) return {};
    if (!*truth) return result;
    left = std::move(right);
  }
}

Value EvaluateConditional(Interpreter& interpreter, Frame& frame, const Conditional& node) {
  std::optional<bool> truth = EvaluateCondition(interpreter, frame, *node.condition);
  if (!truth) return {};
  return Evaluate(interpreter, frame, *truth ? *node.then : *node.otherwise);
}

Value EvaluateAttribute(Interpreter& interpreter, Frame& frame, const Attribute& node) {
  Value object = Evaluate(interpreter, frame, *node.object);
  return object.empty() ? object : GetAttribute(interpreter, object, node.attribute);
}

Value EvaluateSubscript(Interpreter& interpreter, Frame& frame, const Subscript& node) {
  Value object = Evaluate(interpreter, frame, *node.object);
  if (object.empty()) return {};
  Value index = Evaluate(interpreter, frame, *node.index);
  return index.empty() ? index : GetItem(interpreter, object, index);
}

Value EvaluateSlice(Interpreter& interpreter, Frame& frame, const Slice& node) {
  Value lower = EvaluateBound(interpreter, frame, node.lower);
  if (lower.empty()) return {};
  Value upper = EvaluateBound(interpreter, frame, node.upper);
  if (upper.empty()) return {};
  Value step = EvaluateBound(interpreter, frame, node.step);
  if (step.empty()) return {};
  Heap& heap = interpreter.heap();
  return heap.New<SliceObject>(heap, std::move(lower), std::move(upper), std::move(step));
}

Value EvaluateWalrus(Interpreter& interpreter, Frame& frame, const Walrus& node) {
  Value value = Evaluate(interpreter, frame, *node.value);
  if (value.empty() || !AssignName(interpreter, frame, *node.target, value)) return {};
  return value;
}

}  // namespace streplay::script
