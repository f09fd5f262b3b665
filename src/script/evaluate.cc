// The dispatch over expressions, with the constants and names.
#include "script/evaluate.h"

#include "script/bytes_object.h"
#include "script/call_function.h"
#include "script/operations.h"
#include "script/refusal.h"
#include "script/set_object.h"

namespace streplay::script {

namespace {

Value RaiseUnbound(Interpreter& interpreter, Symbol name, bool is_free) {
  std::string text(interpreter.heap().Text(name));
  if (is_free) {
    return interpreter.RaiseName(*interpreter.classes().name_error,
                                 "cannot access free variable '" + text +
                                     "' where it is not associated with a value in enclosing scope",
                                 name);
  }
  return interpreter.RaiseName(
      *interpreter.classes().unbound_local_error,
      "cannot access local variable '" + text + "' where it is not associated with a value", name);
}

Value LoadGlobal(Interpreter& interpreter, Frame& frame, const Name& name) {
  const Value* found = frame.globals->globals().FindAt(name.symbol, name.cache);
  if (found == nullptr) found = interpreter.heap().builtins().globals().Find(name.symbol);
  if (found != nullptr) return *found;
  std::string text(interpreter.heap().Text(name.symbol));
  // The parser lets a name pass that the script binds somewhere; CPython would still find its own.
  if (auto refusal = RefuseReadName(text)) return interpreter.EndWithLimit(*refusal);
  return interpreter.RaiseName(*interpreter.classes().name_error,
                               "name '" + text + "' is not defined", name.symbol);
}

}  // namespace

Value EvaluateName(Interpreter& interpreter, Frame& frame, const Name& name) {
  switch (name.scope) {
    case NameScope::kLocal: {
      const Value& value = frame.locals[name.slot];
      return !value.empty() ? value : RaiseUnbound(interpreter, name.symbol, false);
    }
    case NameScope::kCell: {
      const Value& value = frame.cells[name.slot]->value;
      return !value.empty() ? value : RaiseUnbound(interpreter, name.symbol, false);
    }
    case NameScope::kClassFree:
      if (const Value* found = frame.class_names->Find(name.symbol)) return *found;
      [[fallthrough]];
    case NameScope::kFree: {
      const Value& value = frame.frees[name.slot]->value;
      return !value.empty() ? value : RaiseUnbound(interpreter, name.symbol, true);
    }
    case NameScope::kClassName:
      if (const Value* found = frame.class_names->Find(name.symbol)) return *found;
      return LoadGlobal(interpreter, frame, name);
    case NameScope::kGlobal:
      break;
  }
  return LoadGlobal(interpreter, frame, name);
}

Value EvaluateString(Interpreter& interpreter, Frame& frame, const StringConstant& node) {
  Heap& heap = interpreter.heap();
  if (node.constant == kNoConstant) return heap.MakeString(std::string(node.value));
  Value& constant = frame.loaded.Constant(node.constant);
  if (constant.empty()) constant = heap.MakeString(std::string(node.value));
  return constant;
}

Value EvaluateBytes(Interpreter& interpreter, Frame& frame, const BytesConstant& node) {
  Heap& heap = interpreter.heap();
  if (node.constant == kNoConstant) return heap.MakeBytes(std::string(node.value));
  Value& constant = frame.loaded.Constant(node.constant);
  if (constant.empty()) constant = heap.MakeBytes(std::string(node.value));
  return constant;
}

std::optional<bool> EvaluateCondition(Interpreter& interpreter, Frame& frame,
                                      const Expr& expression) {
  Value value = Evaluate(interpreter, frame, expression);
  if (value.is_bool()) return value.as_bool();
  if (value.empty()) return std::nullopt;
  return IsTrue(interpreter, value);
}

Value Evaluate(Interpreter& interpreter, Frame& frame, const Expr& node) {
  switch (node.kind) {
    case NodeKind::kNoneConstant:
      return Value::None();
    case NodeKind::kBoolConstant:
      return Value::Bool(static_cast<const BoolConstant&>(node).value);
    case NodeKind::kEllipsisConstant:
      return Value::Ellipsis();
    case NodeKind::kIntConstant:
      return Value::Int(static_cast<const IntConstant&>(node).value);
    case NodeKind::kFloatConstant:
      return Value::Float(static_cast<const FloatConstant&>(node).value);
    case NodeKind::kStringConstant:
      return EvaluateString(interpreter, frame, static_cast<const StringConstant&>(node));
    case NodeKind::kBytesConstant:
      return EvaluateBytes(interpreter, frame, static_cast<const BytesConstant&>(node));
    case NodeKind::kFString:
      return EvaluateFString(interpreter, frame, static_cast<const FString&>(node));
    case NodeKind::kName:
      return EvaluateName(interpreter, frame, static_cast<const Name&>(node));
    case NodeKind::kAttribute:
      return EvaluateAttribute(interpreter, frame, static_cast<const Attribute&>(node));
    case NodeKind::kSubscript:
      return EvaluateSubscript(interpreter, frame, static_cast<const Subscript&>(node));
    case NodeKind::kSlice:
      return EvaluateSlice(interpreter, frame, static_cast<const Slice&>(node));
    case NodeKind::kCall:
      return EvaluateCall(interpreter, frame, static_cast<const Call&>(node));
    case NodeKind::kUnary:
      return EvaluateUnary(interpreter, frame, static_cast<const Unary&>(node));
    case NodeKind::kBinary:
      return EvaluateBinary(interpreter, frame, static_cast<const Binary&>(node));
    case NodeKind::kBoolean:
      return EvaluateBoolean(interpreter, frame, static_cast<const Boolean&>(node));
    case NodeKind::kCompare:
      return EvaluateCompare(interpreter, frame, static_cast<const Compare&>(node));
    case NodeKind::kConditional:
      return EvaluateConditional(interpreter, frame, static_cast<const Conditional&>(node));
    case NodeKind::kLambda:
      return MakeFunction(interpreter, frame, *static_cast<const Lambda&>(node).function);
    case NodeKind::kListDisplay:
      return EvaluateList(interpreter, frame, static_cast<const ListDisplay&>(node));
    case NodeKind::kTupleDisplay:
      return EvaluateTuple(interpreter, frame, static_cast<const TupleDisplay&>(node));
    case NodeKind::kSetDisplay:
      return EvaluateSet(interpreter, frame, static_cast<const SetDisplay&>(node));
    case NodeKind::kDictDisplay:
      return EvaluateDict(interpreter, frame, static_cast<const DictDisplay&>(node));
    case NodeKind::kComprehension:
      return EvaluateComprehension(interpreter, frame, static_cast<const Comprehension&>(node));
    case NodeKind::kWalrus:
      return EvaluateWalrus(interpreter, frame, static_cast<const Walrus&>(node));
    default:
      break;
  }
  STREPLAY_CHECK(false);  // a statement, or Starred outside of where it may stand
}

}  // namespace streplay::script
