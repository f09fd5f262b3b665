// The three kinds of assignment statement.
#include "script/assign.h"
#include "script/dict_object.h"
#include "script/evaluate.h"
#include "script/execute.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

Flow FlowOf(bool succeeded) {
  return succeeded ? Flow::kNormal : Flow::kFailed;
}

// old op= value: evaluates the right side and applies the operator.
Value Combine(Interpreter& interpreter, Frame& frame, const AugmentedAssign& node,
              const Value& old) {
  if (old.empty()) return {};
  Value value = Evaluate(interpreter, frame, *node.value);
  return value.empty() ? value : InPlaceOperation(interpreter, node.op, old, value);
}

bool AugmentAttribute(Interpreter& interpreter, Frame& frame, const AugmentedAssign& node,
                      const Attribute& target) {
  Value object = Evaluate(interpreter, frame, *target.object);
  if (object.empty()) return false;
  Value old = GetAttribute(interpreter, object, target.attribute);
  Value result = Combine(interpreter, frame, node, old);
  return !result.empty() && SetAttribute(interpreter, object, target.attribute, result);
}

bool AugmentSubscript(Interpreter& interpreter, Frame& frame, const AugmentedAssign& node,
                      const Subscript& target) {
  Value object = Evaluate(interpreter, frame, *target.object);
  if (object.empty()) return false;
  Value index = Evaluate(interpreter, frame, *target.index);
  if (index.empty()) return false;
  Value old = GetItem(interpreter, object, index);
  Value result = Combine(interpreter, frame, node, old);
  return !result.empty() && SetItem(interpreter, object, index, result);
}

// The parts of a target that is annotated but not assigned are evaluated all the same.
bool EvaluateTargetParts(Interpreter& interpreter, Frame& frame, const Expr& target) {
  if (const auto* attribute = TryAs<Attribute>(&target)) {
    return !Evaluate(interpreter, frame, *attribute->object).empty();
  }
  const auto* subscript = TryAs<Subscript>(&target);
  if (subscript == nullptr) return true;
  return !Evaluate(interpreter, frame, *subscript->object).empty() &&
         !Evaluate(interpreter, frame, *subscript->index).empty();
}

bool KeepAnnotation(Interpreter& interpreter, Frame& frame, const Name& name,
                    const Value& annotation) {
  Namespace& names = frame.class_names != nullptr ? *frame.class_names : frame.globals->globals();
  if (names.Find(symbols::kAnnotations) == nullptr) {
    names.Set(symbols::kAnnotations, interpreter.heap().MakeDict());
  }
  Value mapping = *names.Find(symbols::kAnnotations);
  Value key = interpreter.heap().SymbolString(name.symbol);
  return SetItem(interpreter, mapping, key, annotation);
}

}  // namespace

Flow ExecuteAssign(Interpreter& interpreter, Frame& frame, const Assign& node) {
  Value value = Evaluate(interpreter, frame, *node.value);
  if (value.empty()) return Flow::kFailed;
  for (const Expr* target : node.targets) {
    if (!AssignTarget(interpreter, frame, *target, value)) return Flow::kFailed;
  }
  return Flow::kNormal;
}

Flow ExecuteAugmentedAssign(Interpreter& interpreter, Frame& frame, const AugmentedAssign& node) {
  if (const auto* attribute = TryAs<Attribute>(node.target)) {
    return FlowOf(AugmentAttribute(interpreter, frame, node, *attribute));
  }
  if (const auto* subscript = TryAs<Subscript>(node.target)) {
    return FlowOf(AugmentSubscript(interpreter, frame, node, *subscript));
  }
  const Name& name = As<Name>(*node.target);
  Value old = EvaluateName(interpreter, frame, name);
  Value result = Combine(interpreter, frame, node, old);
  if (result.empty()) return Flow::kFailed;
  return FlowOf(AssignName(interpreter, frame, name, std::move(result)));
}

Flow ExecuteAnnotatedAssign(Interpreter& interpreter, Frame& frame, const AnnotatedAssign& node) {
  if (node.value != nullptr) {
    Value value = Evaluate(interpreter, frame, *node.value);
    if (value.empty() || !AssignTarget(interpreter, frame, *node.target, value)) {
      return Flow::kFailed;
    }
  } else if (!EvaluateTargetParts(interpreter, frame, *node.target)) {
    return Flow::kFailed;
  }
  if (!node.evaluates_annotation) return Flow::kNormal;
  Value annotation = Evaluate(interpreter, frame, *node.annotation);
  if (annotation.empty()) return Flow::kFailed;
  if (!node.is_simple) return Flow::kNormal;
  return FlowOf(KeepAnnotation(interpreter, frame, As<Name>(*node.target), annotation));
}

}  // namespace streplay::script
