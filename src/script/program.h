// Program: a parsed and resolved script. It owns its text and its whole tree, and never changes
// (the tree's `cache` members aside). Symbols in it belong to the table it was parsed with.
#ifndef STREPLAY_SCRIPT_PROGRAM_H_
#define STREPLAY_SCRIPT_PROGRAM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "script/ast.h"
#include "script/ast_arena.h"

namespace streplay::script {

class Program {
 public:
  const MappedText& text() const { return text_; }
  Block statements() const { return statements_; }
  const Scope& scope() const { return *scope_; }

  // The module's docstring, or null.
  const StringConstant* docstring() const { return docstring_; }

  // How many shared constant objects the program has (ast_expressions.h: kNoConstant).
  uint32_t constant_count() const { return constant_count_; }

  // The 1-based line of the script that holds byte `offset`.
  int LineAt(size_t offset) const;

  // The 1-based line on which the innermost statement around byte `offset` starts; the offset's own
  // line when no statement is there.
  int FindStatementLine(size_t offset) const;

  // What inspect.getsource returns for the function: whole lines, from its first decorator on.
  std::string FunctionSource(const Function& function) const;

 private:
  friend class Parser;

  MappedText text_;
  AstArena arena_;
  Block statements_;
  const Scope* scope_ = nullptr;
  const StringConstant* docstring_ = nullptr;
  uint32_t constant_count_ = 0;
  std::vector<uint32_t> line_starts_;
  std::vector<const Stmt*> statements_in_order_;  // by where they begin
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PROGRAM_H_
