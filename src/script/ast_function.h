// Function: what a def statement and a lambda expression have in common.
#ifndef STREPLAY_SCRIPT_AST_FUNCTION_H_
#define STREPLAY_SCRIPT_AST_FUNCTION_H_

#include <cstdint>
#include <span>

#include "script/ast_expressions.h"

namespace streplay::script {

struct Parameter {
  Symbol name;  // mangled inside a class
  const Expr* default_value = nullptr;
};

struct Annotation {
  Symbol name;  // symbols::kReturn for the result
  const Expr* value = nullptr;
};

// `parameters` is in the order of CPython's co_varnames, and parameter i is local slot i:
// positional-only, positional or keyword, keyword-only, then the one of `*`, then the one of `**`.
// At the definition, in the enclosing scope, these are evaluated: decorators, positional defaults,
// keyword-only defaults, `annotations` in their order here; then the decorators are applied, last
// first.
struct Function {
  Symbol name;  // as written; "<lambda>" for a lambda
  std::span<const Parameter> parameters;
  uint32_t positional_only_count = 0;
  uint32_t positional_count = 0;  // positional-only ones included
  uint32_t keyword_only_count = 0;
  bool has_var_positional = false;  // slot positional_count + keyword_only_count
  bool has_var_keyword = false;     // the last slot
  std::span<const Annotation> annotations;

  Block body;                                 // of a def
  const Expr* result = nullptr;               // of a lambda; null for a def
  const StringConstant* docstring = nullptr;  // also the body's first statement
  const Scope* scope = nullptr;               // qualname is here

  uint32_t begin = 0;  // of the `def` or `lambda` keyword
  uint32_t first_line =
      0;  // co_firstlineno: the first decorator's line, else the keyword's (1-based)

  bool is_lambda() const { return result != nullptr; }
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_FUNCTION_H_
