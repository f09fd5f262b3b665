// Evaluating expressions: one function a kind of node. An empty Value means failed.
#ifndef STREPLAY_SCRIPT_EVALUATE_H_
#define STREPLAY_SCRIPT_EVALUATE_H_

#include <optional>
#include <vector>

#include "script/ast.h"
#include "script/frame.h"

namespace streplay::script {

class DictObject;

// Any expression.
Value Evaluate(Interpreter& interpreter, Frame& frame, const Expr& expression);

// The name's value, with NameError and its kin.
Value EvaluateName(Interpreter& interpreter, Frame& frame, const Name& name);
Value EvaluateString(Interpreter& interpreter, Frame& frame, const StringConstant& node);
Value EvaluateBytes(Interpreter& interpreter, Frame& frame, const BytesConstant& node);
Value EvaluateFString(Interpreter& interpreter, Frame& frame, const FString& node);
Value EvaluateAttribute(Interpreter& interpreter, Frame& frame, const Attribute& node);
Value EvaluateSubscript(Interpreter& interpreter, Frame& frame, const Subscript& node);
Value EvaluateSlice(Interpreter& interpreter, Frame& frame, const Slice& node);
Value EvaluateCall(Interpreter& interpreter, Frame& frame, const Call& node);
Value EvaluateUnary(Interpreter& interpreter, Frame& frame, const Unary& node);
Value EvaluateBinary(Interpreter& interpreter, Frame& frame, const Binary& node);
Value EvaluateBoolean(Interpreter& interpreter, Frame& frame, const Boolean& node);
Value EvaluateCompare(Interpreter& interpreter, Frame& frame, const Compare& node);
Value EvaluateConditional(Interpreter& interpreter, Frame& frame, const Conditional& node);
Value EvaluateList(Interpreter& interpreter, Frame& frame, const ListDisplay& node);
Value EvaluateTuple(Interpreter& interpreter, Frame& frame, const TupleDisplay& node);
Value EvaluateSet(Interpreter& interpreter, Frame& frame, const SetDisplay& node);
Value EvaluateDict(Interpreter& interpreter, Frame& frame, const DictDisplay& node);
Value EvaluateComprehension(Interpreter& interpreter, Frame& frame, const Comprehension& node);
Value EvaluateWalrus(Interpreter& interpreter, Frame& frame, const Walrus& node);

// The truth of an expression, without making a value for it where that is not needed.
std::optional<bool> EvaluateCondition(Interpreter& interpreter, Frame& frame,
                                      const Expr& expression);

// The items of a display or of positional arguments, Starred ones unpacked.
bool EvaluateItems(Interpreter& interpreter, Frame& frame, Expressions items,
                   std::vector<Value>& values);

// Whether `**value` can unpack it: a dict, or something with keys().
bool IsMapping(Interpreter& interpreter, const Value& value);

// Sets all items of a mapping in `target`, as `{**mapping}` does.
bool MergeMapping(Interpreter& interpreter, DictObject& target, const Value& mapping);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_EVALUATE_H_
