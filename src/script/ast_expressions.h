// The expressions. Evaluation order is left to right in the order of the members, save where a
// comment says otherwise.
#ifndef STREPLAY_SCRIPT_AST_EXPRESSIONS_H_
#define STREPLAY_SCRIPT_AST_EXPRESSIONS_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "script/ast_node.h"
#include "script/ast_scope.h"
#include "script/symbol.h"

namespace streplay::script {

enum class BinaryOperator : uint8_t {
#define STREPLAY_BINARY(name, text, in_place, power) k##name,
#include "script/ast_operators.def"
};
enum class UnaryOperator : uint8_t {
#define STREPLAY_UNARY(name, text) k##name,
#include "script/ast_operators.def"
};
enum class CompareOperator : uint8_t {
#define STREPLAY_COMPARE(name, text) k##name,
#include "script/ast_operators.def"
};

// Equal constants (by type and value) of a program are one object, as CPython has it: `constant` is
// the object's number, below Program::constant_count().
inline constexpr uint32_t kNoConstant = UINT32_MAX;

struct NoneConstant : ExprOf<NodeKind::kNoneConstant> {};

struct BoolConstant : ExprOf<NodeKind::kBoolConstant> {
  bool value = false;
};

struct EllipsisConstant : ExprOf<NodeKind::kEllipsisConstant> {};

// A sign before a number is part of the constant: -9223372036854775808 is one.
struct IntConstant : ExprOf<NodeKind::kIntConstant> {
  int64_t value = 0;
};

struct FloatConstant : ExprOf<NodeKind::kFloatConstant> {
  double value = 0;
};

// `value` is decoded: escapes and implicit joining are done.
struct StringConstant : ExprOf<NodeKind::kStringConstant> {
  std::string_view value;
  uint32_t constant = kNoConstant;
};

struct BytesConstant : ExprOf<NodeKind::kBytesConstant> {
  std::string_view value;
  uint32_t constant = kNoConstant;
};

struct FString;

// Either literal text (`value` is null) or a field. For a field with `=` the text before the value
// is a literal part of its own and `conversion` is already what applies.
struct FStringPart {
  std::string_view text;
  const Expr* value = nullptr;
  char conversion = 0;              // 'r', 's' or 0
  const FString* format = nullptr;  // null: an empty format specification
};

// Also the join of several adjacent literals of which at least one is an f-string.
struct FString : ExprOf<NodeKind::kFString> {
  std::span<const FStringPart> parts;
};

// A name, read, bound or deleted: the place of a name is the same in all three.
struct Name : ExprOf<NodeKind::kName> {
  Symbol symbol;  // mangled inside a class
  NameScope scope = NameScope::kGlobal;
  uint32_t slot = 0;           // for kLocal, kCell, kFree, kClassFree
  mutable uint32_t cache = 0;  // the interpreter's
};

struct Attribute : ExprOf<NodeKind::kAttribute> {
  const Expr* object = nullptr;
  Symbol attribute;            // mangled inside a class
  uint32_t name_begin = 0;     // where the attribute's name starts
  mutable uint32_t cache = 0;  // the interpreter's
};

struct Subscript : ExprOf<NodeKind::kSubscript> {
  const Expr* object = nullptr;
  const Expr* index = nullptr;  // a Slice only here
};

// Each part may be null.
struct Slice : ExprOf<NodeKind::kSlice> {
  const Expr* lower = nullptr;
  const Expr* upper = nullptr;
  const Expr* step = nullptr;
};

struct KeywordNode {
  Symbol name;  // empty for **value
  const Expr* value = nullptr;
  uint32_t begin = 0;
};

// All of `arguments` are evaluated before all of `keywords`, as in CPython, also where a starred
// argument stands after a keyword.
struct Call : ExprOf<NodeKind::kCall> {
  const Expr* function = nullptr;
  Expressions arguments;  // Starred among them when has_starred
  std::span<const KeywordNode> keywords;
  bool has_starred = false;
  bool has_double_starred = false;
};

struct Unary : ExprOf<NodeKind::kUnary> {
  UnaryOperator op{};
  const Expr* operand = nullptr;
};

struct Binary : ExprOf<NodeKind::kBinary> {
  BinaryOperator op{};
  const Expr* left = nullptr;
  const Expr* right = nullptr;
};

// `and` or `or` over two or more operands.
struct Boolean : ExprOf<NodeKind::kBoolean> {
  bool is_and = false;
  Expressions operands;
};

// A chain: operands.size() == operators.size() + 1.
struct Compare : ExprOf<NodeKind::kCompare> {
  Expressions operands;
  std::span<const CompareOperator> operators;
};

// `then if condition else otherwise`; the condition is evaluated first.
struct Conditional : ExprOf<NodeKind::kConditional> {
  const Expr* then = nullptr;
  const Expr* condition = nullptr;
  const Expr* otherwise = nullptr;
};

struct Function;

struct Lambda : ExprOf<NodeKind::kLambda> {
  const Function* function = nullptr;
};

// Displays may hold Starred items. A list or tuple is also an assignment target.
struct ListDisplay : ExprOf<NodeKind::kListDisplay> {
  Expressions items;
};

struct TupleDisplay : ExprOf<NodeKind::kTupleDisplay> {
  Expressions items;
  uint32_t constant = kNoConstant;  // set when every item is a constant (or such a tuple)
};

struct SetDisplay : ExprOf<NodeKind::kSetDisplay> {
  Expressions items;
};

struct DictItem {
  const Expr* key = nullptr;  // null for **value
  const Expr* value = nullptr;
};

struct DictDisplay : ExprOf<NodeKind::kDictDisplay> {
  std::span<const DictItem> items;
};

enum class ComprehensionKind : uint8_t { kList, kSet, kDict };

struct ComprehensionClause {
  const Expr* target = nullptr;
  const Expr* iterable = nullptr;
  Expressions conditions;
};

// Runs in a function-like scope of its own, but the first clause's iterable is evaluated in the
// enclosing scope, before that scope is entered.
struct Comprehension : ExprOf<NodeKind::kComprehension> {
  ComprehensionKind comprehension_kind{};
  const Expr* element = nullptr;  // the key of a dict comprehension, evaluated before `value`
  const Expr* value = nullptr;    // dict comprehensions only
  std::span<const ComprehensionClause> clauses;
  const Scope* scope = nullptr;
};

// Only in displays, call arguments and assignment targets.
struct Starred : ExprOf<NodeKind::kStarred> {
  const Expr* value = nullptr;
};

struct Walrus : ExprOf<NodeKind::kWalrus> {
  const Name* target = nullptr;
  const Expr* value = nullptr;  // evaluated first
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_EXPRESSIONS_H_
