// Scopes: what the scope pass found out about names, so that running code uses slots, not texts.
#ifndef STREPLAY_SCRIPT_AST_SCOPE_H_
#define STREPLAY_SCRIPT_AST_SCOPE_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "script/symbol.h"

namespace streplay::script {

enum class ScopeKind : uint8_t { kModule, kClass, kFunction, kLambda, kComprehension };

// Where a name lives, seen from the scope in which it stands.
enum class NameScope : uint8_t {
  kLocal,      // locals[slot] of this function-like scope
  kCell,       // cells[slot]: a variable of this scope that inner scopes share
  kFree,       // frees[slot]: a variable of an enclosing function
  kGlobal,     // the module's dictionary, then (when read) the built-ins; all names of the module
  kClassName,  // a class body's dictionary; when read: then the module's, then the built-ins
  kClassFree,  // read only, in a class body: its dictionary, then frees[slot]
};

struct Cell {
  Symbol name;
  int32_t parameter = -1;  // the local slot of the parameter whose argument it starts with, or -1
};

// A free variable: which cell of the scope that creates this one it shares.
struct Capture {
  Symbol name;
  bool from_free = false;  // the creating scope's frees[index], else its cells[index]
  uint32_t index = 0;
};

struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  const Scope* parent = nullptr;  // null for the module
  Symbol name;                    // __name__: "f", "<lambda>", "<listcomp>", "<module>"
  std::string_view qualname;      // __qualname__: "A.f", "f.<locals>.<lambda>"

  // Function-like scopes only. The parameters have the first slots, in the order of
  // Function::parameters, also those that become cells.
  std::span<const Symbol> locals;
  std::span<const Cell> cells;  // of a class: at most `__class__`
  std::span<const Capture> frees;

  // The cell `__class__` for super(): in a class an index of `cells` (fill it once the class
  // exists), in a function one of `frees`; -1 when nothing here or further in asks for it.
  int32_t class_cell = -1;

  bool is_function_like() const { return kind >= ScopeKind::kFunction; }
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_AST_SCOPE_H_
