// Node: what every syntax node has. Nodes live in their program's arena and never change once the
// program is resolved, except the `cache` members, which belong to the interpreter.
#ifndef STREPLAY_SCRIPT_AST_NODE_H_
#define STREPLAY_SCRIPT_AST_NODE_H_

#include <cstdint>
#include <span>

#include "base/check.h"

namespace streplay::script {

enum class NodeKind : uint8_t {
#define STREPLAY_EXPR(name) k##name,
#define STREPLAY_STMT(name) k##name,
#include "script/ast_nodes.def"
};

// `begin` and `end` are byte offsets into the program's text. The range of a compound statement
// runs from its keyword (decorators are outside) to the end of its last block; an expression's is
// CPython's, so parentheses around it are outside.
struct Node {
  NodeKind kind;
  uint32_t begin = 0;
  uint32_t end = 0;

 protected:
  explicit Node(NodeKind node_kind) : kind(node_kind) {}
};

struct Expr : Node {
 protected:
  using Node::Node;
};

struct Stmt : Node {
 protected:
  using Node::Node;
};

using Expressions = std::span<const Expr* const>;
using Block = std::span<const Stmt* const>;

// A node of kind `node_kind`: the base of every concrete node.
template <NodeKind node_kind>
struct ExprOf : Expr {
  static constexpr NodeKind kKind = node_kind;
  ExprOf() : Expr(node_kind) {}
};

template <NodeKind node_kind>
struct StmtOf : Stmt {
  static constexpr NodeKind kKind = node_kind;
  StmtOf() : Stmt(node_kind) {}
};

// The node as what its kind says it is; checked.
template <class T>
const T& As(const Node& node) {
  STREPLAY_CHECK(node.kind == T::kKind);
  return static_cast<const T&>(node);
}

// The node as a T, or null when it is another kind (or null).
template <class T>
const T* TryAs(const Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_NODE_H_
