// Binding and deleting what an assignment's target names. False means failed.
#ifndef STREPLAY_SCRIPT_ASSIGN_H_
#define STREPLAY_SCRIPT_ASSIGN_H_

#include "script/ast.h"
#include "script/frame.h"

namespace streplay::script {

bool AssignName(Interpreter& interpreter, Frame& frame, const Name& name, Value value);

// Any target: a name, attribute, subscript, or a list or tuple of targets to unpack into.
bool AssignTarget(Interpreter& interpreter, Frame& frame, const Expr& target, const Value& value);

// Unbinds the name; NameError or UnboundLocalError when it is not bound.
bool DeleteName(Interpreter& interpreter, Frame& frame, const Name& name);
// Unbinds the name if it is bound.
void UnbindName(Frame& frame, const Name& name);

bool DeleteTarget(Interpreter& interpreter, Frame& frame, const Expr& target);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_ASSIGN_H_
