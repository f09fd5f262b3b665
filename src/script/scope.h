// ScopeBuilder: collects what a script does with names while it is parsed, then decides where each
// name lives (ast_scope.h), by CPython's symbol table rules, and reports what those rules forbid.
//
// While a scope is open the parser adds events. A comprehension's scope is only recognised after
// its element has been read: it is opened with the mark taken before, and takes over what was added
// since.
#ifndef STREPLAY_SCRIPT_SCOPE_H_
#define STREPLAY_SCRIPT_SCOPE_H_

#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "script/ast.h"
#include "script/ast_arena.h"
#include "script/parser_mistakes.h"
#include "script/symbol.h"

namespace streplay::script {

enum class NameUse : uint8_t {
  kNothing,  // the name is neither read nor bound: `(x): int`
  kLoad,
  kStore,
  kDefine,  // a def statement; the event's range is that of `def`
  kDelete,
  kAnnotate,   // `x: int` without a value
  kIteration,  // the target of a comprehension
  kWalrus,
  kGlobal,
  kNonlocal,
};

struct NameEvent {
  Symbol symbol;
  NameUse use = NameUse::kLoad;
  Name* node = nullptr;  // null when no node is to be resolved
  uint32_t begin = 0;
  uint32_t end = 0;
};

class ScopeBuilder {
 public:
  struct Mark {
    size_t event_count = 0;
    size_t scope_count = 0;
  };
  // What was added between two moments, taken out to be put back into another scope.
  struct Excerpt {
    std::vector<NameEvent> events;
    std::vector<size_t> scopes;
  };

  ScopeBuilder(AstArena& arena, SymbolTable& symbols, Mistakes& mistakes);

  Mark CurrentMark() const { return {events_.size(), closed_.size()}; }

  // The innermost open scope is now one of `kind`; `name` is its __name__, `bound_name` the
  // (mangled) name that its definition binds. All that was added since `since` belongs to it.
  Scope* Open(ScopeKind kind, Symbol name, Symbol bound_name, Mark since);
  void AddParameter(Symbol symbol);  // a repeated one keeps its first slot
  void Close();
  bool is_in_module() const { return records_[open_.back()].scope->kind == ScopeKind::kModule; }

  void Add(const NameEvent& event);
  // Changes how the node, which has been added since the last Open or Close, is used.
  void ChangeUse(const Name& node, NameUse use);
  // The same for what a def statement binds: mistakes are reported at [begin, end).
  void ChangeToDefinition(const Name& node, uint32_t begin, uint32_t end);
  Excerpt TakeSince(Mark mark);
  void PutBack(const Excerpt& excerpt);

  // To be called once, with only the module's scope open: closes it, fills in every Scope and
  // resolves every Name.
  Scope* Resolve();

 private:
  struct Variable {
    Symbol symbol;
    bool is_parameter = false;
    bool is_bound = false;
    bool is_used = false;
    bool is_iteration = false;
    bool is_global = false;
    bool is_nonlocal = false;
    bool is_annotated = false;
    bool is_passed_out = false;  // a comprehension's walrus: lives in an enclosing scope
    int32_t local = -1;
    int32_t cell = -1;
    int32_t free = -1;

    bool is_own() const { return is_bound && !is_global && !is_nonlocal && !is_passed_out; }
  };
  struct Record {
    Scope* scope = nullptr;
    Record* parent = nullptr;
    Symbol bound_name;
    Mark start;
    std::vector<size_t> children;
    std::vector<NameEvent> events;
    std::vector<Variable> variables;
    std::unordered_map<uint32_t, size_t> index;  // of a variable, by symbol id
    std::vector<Cell> cells;
    std::vector<Capture> frees;
    int32_t parameter_count = 0;
  };

  // scope.cc
  Variable& VariableOf(Record& record, Symbol symbol);
  const Variable* FindVariable(const Record& record, Symbol symbol) const;
  void Process(Record& record, const NameEvent& event);
  void ProcessAnnotation(Record& record, const NameEvent& event);
  void ProcessDeclaration(Record& record, const NameEvent& event);
  void PassWalrusesOut(const Record& record);
  void CheckClassBinding(const Record& record, const NameEvent& event);
  void Report(const NameEvent& event, std::string message);
  std::string Quoted(Symbol symbol) const;

  // scope_resolution.cc
  void FindCaptures(Record& record);
  Record* FindOwner(const Record& record, Symbol symbol);
  uint32_t EnsureCell(Record& owner, Symbol symbol);
  uint32_t EnsureFree(Record& record, Symbol symbol, Record& owner);
  void AssignSlots(Record& record);
  void SetQualname(Record& record);
  void ResolveNames(Record& record);
  void CheckRead(NameScope place, const NameEvent& event);
  bool IsDeclaredGlobal(const Record& record, Symbol symbol) const;
  void CollectModuleNames();

  AstArena& arena_;
  SymbolTable& symbols_;
  Mistakes& mistakes_;
  std::vector<NameEvent> events_;              // of all open scopes
  std::deque<Record> records_;                 // in the order of Open; never moves
  std::vector<size_t> open_;                   // indices of records_
  std::vector<size_t> closed_;                 // closed scopes whose parent is still open
  std::unordered_set<uint32_t> module_names_;  // ids of what the script binds as globals
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SCOPE_H_
