// Comprehensions. The element is read before it is clear that it is one: its names move into the
// comprehension's scope when that is opened. Those of the first iterable belong to the scope
// around.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

struct KindOfComprehension {
  Symbol name;
  TokenKind closer;
};

KindOfComprehension Describe(ComprehensionKind kind) {
  switch (kind) {
    case ComprehensionKind::kList:
      return {symbols::kListCompName, TokenKind::kRightBracket};
    case ComprehensionKind::kSet:
      return {symbols::kSetCompName, TokenKind::kRightBrace};
    case ComprehensionKind::kDict:
      break;
  }
  return {symbols::kDictCompName, TokenKind::kRightBrace};
}

}  // namespace

const Expr* Parser::ParseComprehension(const ComprehensionStart& start) {
  if (start.element->kind == NodeKind::kStarred) {
    Say(start.element->begin, start.element->end, "unpacking is not allowed in a comprehension");
  }
  KindOfComprehension kind = Describe(start.kind);
  std::vector<ComprehensionClause> clauses;
  const Scope* scope = ParseClauses(kind.name, start.mark, clauses);
  if (scope == nullptr || !Expect(kind.closer)) return nullptr;
  auto* comprehension = Make<Comprehension>(start.begin);
  comprehension->comprehension_kind = start.kind;
  comprehension->element = start.element;
  comprehension->value = start.value;
  comprehension->clauses = Copy(clauses);
  comprehension->scope = scope;
  return comprehension;
}

// Reads what CPython would make a generator of. Gives the element, for want of something better.
const Expr* Parser::ParseGenerator(const Expr& element, ScopeBuilder::Mark mark) {
  Say(element.begin, element.end, RefusalMessage("generator expressions are"));
  std::vector<ComprehensionClause> clauses;
  return ParseClauses(Symbol(), mark, clauses) == nullptr ? nullptr : &element;
}

// The clauses of a comprehension whose element's names were added since `mark`; null on failure.
const Scope* Parser::ParseClauses(Symbol name, ScopeBuilder::Mark mark,
                                  std::vector<ComprehensionClause>& clauses) {
  const Scope* scope = scopes_.Open(ScopeKind::kComprehension, name, {}, mark);
  ScopeBuilder::Excerpt first_iterable;
  bool is_good = true;
  while (is_good && AtComprehension()) {
    ComprehensionClause clause;
    is_good = ParseClause(clause, clauses.empty() ? &first_iterable : nullptr);
    clauses.push_back(clause);
    if (is_good && depth_ + static_cast<int>(clauses.size()) > limits_.nesting) {
      is_good = FailNesting() != nullptr;
    }
  }
  scopes_.Close();
  scopes_.PutBack(first_iterable);
  return is_good ? scope : nullptr;
}

bool Parser::ParseClause(ComprehensionClause& clause, ScopeBuilder::Excerpt* first_iterable) {
  if (At(TokenKind::kAsync)) Refuse(Take(), "async functions are");
  Take();
  clause.target = ParseForTarget(NameUse::kIteration);
  if (clause.target == nullptr) return false;
  ScopeBuilder::Mark mark = scopes_.CurrentMark();
  ++iterable_depth_;
  clause.iterable = ParseDisjunction();
  --iterable_depth_;
  if (clause.iterable == nullptr) return false;
  if (first_iterable != nullptr) *first_iterable = scopes_.TakeSince(mark);
  std::vector<const Expr*> conditions;
  while (Accept(TokenKind::kIf)) {
    const Expr* condition = ParseDisjunction();
    if (condition == nullptr) return false;
    conditions.push_back(condition);
  }
  clause.conditions = Copy(conditions);
  return true;
}

}  // namespace streplay::script
