// Collecting. All open scopes share one stack of events; closing a scope takes its events off the
// stack and turns them into variables, in the order of the text.
#include "script/scope.h"

#include "base/check.h"
#include "script/refusal.h"

namespace streplay::script {

ScopeBuilder::ScopeBuilder(AstArena& arena, SymbolTable& symbols, Mistakes& mistakes)
    : arena_(arena), symbols_(symbols), mistakes_(mistakes) {
}

Scope* ScopeBuilder::Open(ScopeKind kind, Symbol name, Symbol bound_name, Mark since) {
  Record& record = records_.emplace_back();
  record.scope = arena_.New<Scope>();
  record.scope->kind = kind;
  record.scope->name = name;
  record.bound_name = bound_name;
  record.start = since;
  open_.push_back(records_.size() - 1);
  return record.scope;
}

void ScopeBuilder::AddParameter(Symbol symbol) {
  Record& record = records_[open_.back()];
  Variable& variable = VariableOf(record, symbol);
  if (variable.is_parameter) return;
  variable.is_parameter = true;
  variable.is_bound = true;
  variable.local = record.parameter_count++;
}

void ScopeBuilder::Close() {
  size_t index = open_.back();
  open_.pop_back();
  Record& record = records_[index];
  Excerpt own = TakeSince(record.start);
  record.events = std::move(own.events);
  record.children = std::move(own.scopes);
  for (size_t child : record.children) {
    records_[child].parent = &record;
    records_[child].scope->parent = record.scope;
  }
  closed_.push_back(index);
  for (const NameEvent& event : record.events) Process(record, event);
  if (record.scope->kind == ScopeKind::kComprehension) PassWalrusesOut(record);
}

void ScopeBuilder::Add(const NameEvent& event) {
  if (event.node != nullptr) event.node->slot = static_cast<uint32_t>(events_.size());
  events_.push_back(event);
}

// Until it is resolved, a node's slot says where its event is.
void ScopeBuilder::ChangeUse(const Name& node, NameUse use) {
  STREPLAY_CHECK(node.slot < events_.size() && events_[node.slot].node == &node);
  events_[node.slot].use = use;
}

void ScopeBuilder::ChangeToDefinition(const Name& node, uint32_t begin, uint32_t end) {
  ChangeUse(node, NameUse::kDefine);
  events_[node.slot].begin = begin;
  events_[node.slot].end = end;
}

ScopeBuilder::Excerpt ScopeBuilder::TakeSince(Mark mark) {
  Excerpt excerpt;
  auto events = events_.begin() + static_cast<ptrdiff_t>(mark.event_count);
  auto scopes = closed_.begin() + static_cast<ptrdiff_t>(mark.scope_count);
  excerpt.events.assign(events, events_.end());
  excerpt.scopes.assign(scopes, closed_.end());
  events_.erase(events, events_.end());
  closed_.erase(scopes, closed_.end());
  return excerpt;
}

void ScopeBuilder::PutBack(const Excerpt& excerpt) {
  for (const NameEvent& event : excerpt.events) Add(event);
  closed_.insert(closed_.end(), excerpt.scopes.begin(), excerpt.scopes.end());
}

ScopeBuilder::Variable& ScopeBuilder::VariableOf(Record& record, Symbol symbol) {
  auto [found, is_new] = record.index.try_emplace(symbol.id(), record.variables.size());
  if (is_new) record.variables.emplace_back().symbol = symbol;
  return record.variables[found->second];
}

const ScopeBuilder::Variable* ScopeBuilder::FindVariable(const Record& record,
                                                         Symbol symbol) const {
  auto found = record.index.find(symbol.id());
  return found == record.index.end() ? nullptr : &record.variables[found->second];
}

void ScopeBuilder::Process(Record& record, const NameEvent& event) {
  Variable& variable = VariableOf(record, event.symbol);
  ScopeKind kind = record.scope->kind;
  switch (event.use) {
    case NameUse::kNothing:
      return;
    case NameUse::kLoad:
      variable.is_used = true;
      // super() finds its class through a cell that no script names.
      if (event.symbol == symbols::kSuper && record.scope->is_function_like()) {
        VariableOf(record, symbols::kClass).is_used = true;
      }
      return;
    case NameUse::kGlobal:
    case NameUse::kNonlocal:
      ProcessDeclaration(record, event);
      return;
    case NameUse::kAnnotate:
      ProcessAnnotation(record, event);
      return;
    case NameUse::kWalrus:
      if (kind == ScopeKind::kComprehension) variable.is_passed_out = true;
      if (kind == ScopeKind::kClass && event.node == nullptr) {
        Report(event, "':=' is not allowed in a comprehension in a class body");
      }
      break;
    case NameUse::kIteration:
      variable.is_iteration = true;
      break;
    case NameUse::kStore:
    case NameUse::kDefine:
    case NameUse::kDelete:
      break;
  }
  variable.is_bound = true;
  if (kind == ScopeKind::kClass) CheckClassBinding(record, event);
}

void ScopeBuilder::ProcessAnnotation(Record& record, const NameEvent& event) {
  Variable& variable = VariableOf(record, event.symbol);
  variable.is_annotated = true;
  if (record.scope->kind == ScopeKind::kModule) return;
  if (variable.is_global || variable.is_nonlocal) {
    const char* keyword = variable.is_global ? "global" : "nonlocal";
    Report(event, std::string("a ") + keyword + " name cannot be annotated");
  }
  variable.is_bound = true;
  if (record.scope->kind == ScopeKind::kClass) CheckClassBinding(record, event);
}

void ScopeBuilder::ProcessDeclaration(Record& record, const NameEvent& event) {
  Variable& variable = VariableOf(record, event.symbol);
  bool is_global = event.use == NameUse::kGlobal;
  std::string keyword = is_global ? "global" : "nonlocal";
  if (variable.is_parameter) {
    Report(event, Quoted(event.symbol) + " is both a parameter and " + keyword);
  } else if (is_global ? variable.is_nonlocal : variable.is_global) {
    Report(event, Quoted(event.symbol) + " is both nonlocal and global");
  } else if (variable.is_used || variable.is_bound || variable.is_annotated) {
    Report(event, Quoted(event.symbol) + " is used before its " + keyword + " declaration");
  }
  (is_global ? variable.is_global : variable.is_nonlocal) = true;
}

// A walrus in a comprehension binds in the scope around it.
void ScopeBuilder::PassWalrusesOut(const Record& record) {
  for (const NameEvent& event : record.events) {
    if (event.use != NameUse::kWalrus) continue;
    if (FindVariable(record, event.symbol)->is_iteration) {
      Report(event, "':=' cannot rebind the comprehension variable " + Quoted(event.symbol));
    }
    Add({event.symbol, NameUse::kWalrus, nullptr, event.begin, event.end});
  }
}

void ScopeBuilder::CheckClassBinding(const Record& record, const NameEvent& event) {
  if (FindVariable(record, event.symbol)->is_global) return;
  std::string_view name = symbols_.Text(event.symbol);
  auto refusal = event.use == NameUse::kDefine ? RefuseMethod(name) : RefuseClassAttribute(name);
  if (refusal) Report(event, *refusal);
}

void ScopeBuilder::Report(const NameEvent& event, std::string message) {
  AddMistake(mistakes_, event.begin, event.end, std::move(message));
}

std::string ScopeBuilder::Quoted(Symbol symbol) const {
  return "'" + std::string(symbols_.Text(symbol)) + "'";
}

}  // namespace streplay::script
