// Executing statements: one function a kind of node.
#ifndef STREPLAY_SCRIPT_EXECUTE_H_
#define STREPLAY_SCRIPT_EXECUTE_H_

#include "script/ast.h"
#include "script/frame.h"

namespace streplay::script {

// How a statement was left. kReturn: the value is in Frame::result. kFailed: a completion is
// pending.
enum class Flow { kNormal, kBreak, kContinue, kReturn, kFailed };

Flow ExecuteBlock(Interpreter& interpreter, Frame& frame, Block block);
Flow Execute(Interpreter& interpreter, Frame& frame, const Stmt& statement);

Flow ExecuteExpression(Interpreter& interpreter, Frame& frame, const ExpressionStatement& node);
Flow ExecuteAssign(Interpreter& interpreter, Frame& frame, const Assign& node);
Flow ExecuteAugmentedAssign(Interpreter& interpreter, Frame& frame, const AugmentedAssign& node);
Flow ExecuteAnnotatedAssign(Interpreter& interpreter, Frame& frame, const AnnotatedAssign& node);
Flow ExecuteIf(Interpreter& interpreter, Frame& frame, const If& node);
Flow ExecuteWhile(Interpreter& interpreter, Frame& frame, const While& node);
Flow ExecuteFor(Interpreter& interpreter, Frame& frame, const For& node);
Flow ExecuteWith(Interpreter& interpreter, Frame& frame, const With& node);
Flow ExecuteTry(Interpreter& interpreter, Frame& frame, const Try& node);
Flow ExecuteFunctionDefinition(Interpreter& interpreter, Frame& frame,
                               const FunctionDefinition& node);
Flow ExecuteClassDefinition(Interpreter& interpreter, Frame& frame, const ClassDefinition& node);
Flow ExecuteReturn(Interpreter& interpreter, Frame& frame, const Return& node);
Flow ExecuteRaise(Interpreter& interpreter, Frame& frame, const Raise& node);
Flow ExecuteAssert(Interpreter& interpreter, Frame& frame, const Assert& node);
Flow ExecuteDelete(Interpreter& interpreter, Frame& frame, const Delete& node);
Flow ExecuteImport(Interpreter& interpreter, Frame& frame, const Import& node);
Flow ExecuteImportFrom(Interpreter& interpreter, Frame& frame, const ImportFrom& node);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_EXECUTE_H_
