// Resolving. Two walks over the tree of scopes, parents first: the first one finds which variables
// inner scopes share with outer functions; the second one numbers slots and fills in the nodes.
#include "base/check.h"
#include "script/refusal.h"
#include "script/scope.h"

namespace streplay::script {

Scope* ScopeBuilder::Resolve() {
  STREPLAY_CHECK(open_.size() == 1);
  size_t module = open_.back();
  Close();
  FindCaptures(records_[module]);
  CollectModuleNames();
  AssignSlots(records_[module]);
  return records_[module].scope;
}

void ScopeBuilder::FindCaptures(Record& record) {
  // By number: looking one up may add variables to records further out, never to this one.
  for (size_t i = 0; i < record.variables.size(); ++i) {
    const Variable variable = record.variables[i];
    bool is_reference =
        variable.is_used || variable.is_nonlocal || variable.is_passed_out || variable.is_bound;
    if (!is_reference || variable.is_own() || variable.is_global) continue;
    Record* owner = FindOwner(record, variable.symbol);
    if (owner != nullptr) EnsureFree(record, variable.symbol, *owner);
  }
  for (const NameEvent& event : record.events) {
    if (event.use != NameUse::kNonlocal) continue;
    if (FindVariable(record, event.symbol)->free < 0) {
      Report(event, "no enclosing function binds " + Quoted(event.symbol));
    }
  }
  for (size_t child : record.children) FindCaptures(records_[child]);
}

// The nearest enclosing function-like scope whose variable `symbol` is; for `__class__`, the class.
ScopeBuilder::Record* ScopeBuilder::FindOwner(const Record& record, Symbol symbol) {
  for (Record* outer = record.parent; outer != nullptr; outer = outer->parent) {
    if (outer->scope->kind == ScopeKind::kClass && symbol == symbols::kClass) return outer;
    if (!outer->scope->is_function_like()) continue;
    const Variable* variable = FindVariable(*outer, symbol);
    if (variable == nullptr) continue;
    if (variable->is_global) return nullptr;
    if (variable->is_own()) return outer;
  }
  return nullptr;
}

uint32_t ScopeBuilder::EnsureCell(Record& owner, Symbol symbol) {
  Variable& variable = VariableOf(owner, symbol);
  if (variable.cell < 0) {
    variable.cell = static_cast<int32_t>(owner.cells.size());
    owner.cells.push_back({symbol, variable.is_parameter ? variable.local : -1});
  }
  return static_cast<uint32_t>(variable.cell);
}

uint32_t ScopeBuilder::EnsureFree(Record& record, Symbol symbol, Record& owner) {
  int32_t known = VariableOf(record, symbol).free;
  if (known >= 0) return static_cast<uint32_t>(known);
  Capture capture{symbol, record.parent != &owner, 0};
  capture.index =
      capture.from_free ? EnsureFree(*record.parent, symbol, owner) : EnsureCell(owner, symbol);
  auto slot = static_cast<uint32_t>(record.frees.size());
  record.frees.push_back(capture);
  VariableOf(record, symbol).free = static_cast<int32_t>(slot);
  return slot;
}

void ScopeBuilder::CollectModuleNames() {
  for (const Record& record : records_) {
    bool is_module = record.scope->kind == ScopeKind::kModule;
    for (const Variable& variable : record.variables) {
      if (variable.is_bound && (is_module || variable.is_global)) {
        module_names_.insert(variable.symbol.id());
      }
    }
  }
}

void ScopeBuilder::AssignSlots(Record& record) {
  Scope& scope = *record.scope;
  SetQualname(record);
  if (scope.is_function_like()) {
    std::vector<Symbol> locals(static_cast<size_t>(record.parameter_count));
    for (Variable& variable : record.variables) {
      if (variable.is_parameter) {
        locals[static_cast<size_t>(variable.local)] = variable.symbol;
      } else if (variable.is_own() && variable.cell < 0) {
        variable.local = static_cast<int32_t>(locals.size());
        locals.push_back(variable.symbol);
      }
    }
    scope.locals = arena_.Copy(locals);
  }
  scope.cells = arena_.Copy(record.cells);
  scope.frees = arena_.Copy(record.frees);
  if (const Variable* cell = FindVariable(record, symbols::kClass)) {
    scope.class_cell = scope.kind == ScopeKind::kClass ? cell->cell : cell->free;
  }
  ResolveNames(record);
  for (size_t child : record.children) AssignSlots(records_[child]);
}

void ScopeBuilder::SetQualname(Record& record) {
  Scope& scope = *record.scope;
  std::string qualname(symbols_.Text(scope.name));
  bool is_nested = record.parent != nullptr && record.parent->scope->kind != ScopeKind::kModule;
  if (is_nested && !IsDeclaredGlobal(*record.parent, record.bound_name)) {
    ScopeKind outer = record.parent->scope->kind;
    bool has_locals = outer == ScopeKind::kFunction || outer == ScopeKind::kLambda;
    qualname =
        std::string(record.parent->scope->qualname) + (has_locals ? ".<locals>." : ".") + qualname;
  }
  scope.qualname = arena_.CopyText(qualname);
}

bool ScopeBuilder::IsDeclaredGlobal(const Record& record, Symbol symbol) const {
  const Variable* variable = FindVariable(record, symbol);
  return variable != nullptr && variable->is_global;
}

void ScopeBuilder::ResolveNames(Record& record) {
  ScopeKind kind = record.scope->kind;
  for (const NameEvent& event : record.events) {
    const Variable& variable = *FindVariable(record, event.symbol);
    NameScope place = NameScope::kGlobal;
    int32_t slot = 0;
    if (kind != ScopeKind::kModule && !variable.is_global) {
      if (kind == ScopeKind::kClass && variable.is_own()) {
        place = NameScope::kClassName;
      } else if (variable.is_own()) {
        place = variable.cell >= 0 ? NameScope::kCell : NameScope::kLocal;
        slot = variable.cell >= 0 ? variable.cell : variable.local;
      } else if (variable.free >= 0) {
        bool is_class_read = kind == ScopeKind::kClass && !variable.is_nonlocal;
        place = is_class_read ? NameScope::kClassFree : NameScope::kFree;
        slot = variable.free;
      }
    }
    if (event.node != nullptr) {
      event.node->scope = place;
      event.node->slot = static_cast<uint32_t>(slot);
    }
    if (event.use == NameUse::kLoad) CheckRead(place, event);
  }
}

// What nothing binds may be a built-in that the language does not have.
void ScopeBuilder::CheckRead(NameScope place, const NameEvent& event) {
  bool is_unbound = place == NameScope::kGlobal && !module_names_.contains(event.symbol.id());
  bool is_implicit_class = event.symbol == symbols::kClass && place == NameScope::kFree;
  if (!is_unbound && !is_implicit_class) return;
  if (auto refusal = RefuseReadName(symbols_.Text(event.symbol))) Report(event, *refusal);
}

}  // namespace streplay::script
