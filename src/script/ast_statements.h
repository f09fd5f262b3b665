// The statements.
#ifndef STREPLAY_SCRIPT_AST_STATEMENTS_H_
#define STREPLAY_SCRIPT_AST_STATEMENTS_H_

#include <span>

#include "script/ast_function.h"

namespace streplay::script {

// What magic does with an expression statement (magic.h).
enum class Magic : uint8_t {
  kNone,   // nothing: the value is dropped
  kValue,  // the value is shown
  kItems,  // the items of this TupleDisplay are shown, Starred ones unpacked; perhaps none
};

struct ExpressionStatement : StmtOf<NodeKind::kExpressionStatement> {
  const Expr* value = nullptr;
  Magic magic = Magic::kNone;
};

// The value is evaluated once, then bound to each target from left to right.
struct Assign : StmtOf<NodeKind::kAssign> {
  Expressions targets;
  const Expr* value = nullptr;
};

// The target is a Name, Attribute or Subscript; its parts are evaluated once.
struct AugmentedAssign : StmtOf<NodeKind::kAugmentedAssign> {
  BinaryOperator op{};
  const Expr* target = nullptr;
  const Expr* value = nullptr;
};

// Order: `value` (when there is one) and its binding; else the parts of an attribute or subscript
// target, to be dropped; then `annotation` when evaluates_annotation (never in a function), which
// is kept in `__annotations__` when is_simple and dropped otherwise.
struct AnnotatedAssign : StmtOf<NodeKind::kAnnotatedAssign> {
  const Expr* target = nullptr;
  const Expr* annotation = nullptr;
  const Expr* value = nullptr;  // may be null
  bool is_simple = false;       // the target is a name without parentheses
  bool evaluates_annotation = false;
};

struct IfBranch {
  const Expr* condition = nullptr;
  Block body;
};

// `if` and its `elif`s, in order.
struct If : StmtOf<NodeKind::kIf> {
  std::span<const IfBranch> branches;
  Block otherwise;
};

struct While : StmtOf<NodeKind::kWhile> {
  const Expr* condition = nullptr;
  Block body;
  Block otherwise;
};

struct For : StmtOf<NodeKind::kFor> {
  const Expr* target = nullptr;
  const Expr* iterable = nullptr;  // evaluated first
  Block body;
  Block otherwise;
};

struct WithItem {
  const Expr* context = nullptr;
  const Expr* target = nullptr;  // null without `as`
};

struct With : StmtOf<NodeKind::kWith> {
  std::span<const WithItem> items;
  Block body;
};

struct ExceptHandler {
  const Expr* type = nullptr;    // null for a bare except
  const Name* target = nullptr;  // null without `as`; deleted again when the handler is left
  Block body;
  uint32_t begin = 0;
};

struct Try : StmtOf<NodeKind::kTry> {
  Block body;
  std::span<const ExceptHandler> handlers;
  Block otherwise;
  Block finally;
};

struct FunctionDefinition : StmtOf<NodeKind::kFunctionDefinition> {
  const Function* function = nullptr;
  Expressions decorators;
  const Name* target = nullptr;  // the name to bind
};

struct ClassDefinition : StmtOf<NodeKind::kClassDefinition> {
  Symbol name;                 // as written
  const Expr* base = nullptr;  // null: object
  Expressions decorators;
  const Name* target = nullptr;
  Block body;
  const StringConstant* docstring = nullptr;  // also the body's first statement
  const Scope* scope = nullptr;
};

struct Return : StmtOf<NodeKind::kReturn> {
  const Expr* value = nullptr;  // may be null
};

struct Raise : StmtOf<NodeKind::kRaise> {
  const Expr* exception = nullptr;  // null: raise again
  const Expr* cause = nullptr;
};

struct Assert : StmtOf<NodeKind::kAssert> {
  const Expr* condition = nullptr;
  const Expr* message = nullptr;  // may be null
};

// Deletes a Name, Attribute or Subscript, or each item of a list or tuple of such, in order.
struct Delete : StmtOf<NodeKind::kDelete> {
  const Expr* target = nullptr;
};

struct ImportItem {
  Symbol path;                   // the full dotted path
  Symbol top;                    // its first name
  const Name* target = nullptr;  // bound to the module `path` with `as`, else to the module `top`
  bool has_as = false;
};

struct Import : StmtOf<NodeKind::kImport> {
  std::span<const ImportItem> items;
};

// names[i] is fetched from the module and bound to targets[i].
struct ImportFrom : StmtOf<NodeKind::kImportFrom> {
  Symbol path;
  std::span<const Symbol> names;
  std::span<const Name* const> targets;
};

// `global` and `nonlocal` do nothing when they run.
struct Global : StmtOf<NodeKind::kGlobal> {};
struct Nonlocal : StmtOf<NodeKind::kNonlocal> {};
struct Pass : StmtOf<NodeKind::kPass> {};
struct Break : StmtOf<NodeKind::kBreak> {};
struct Continue : StmtOf<NodeKind::kContinue> {};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_STATEMENTS_H_
