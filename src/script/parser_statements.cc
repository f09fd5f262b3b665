// Simple statements, several of which may share a line.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

std::optional<BinaryOperator> InPlaceOperator(std::string_view text) {
#define STREPLAY_BINARY(name, symbol, in_place, power) \
  if (text == in_place) return BinaryOperator::k##name;
#include "script/ast_operators.def"
  return std::nullopt;
}

}  // namespace

// False when the line is to be given up.
bool Parser::ParseSimpleLine(std::vector<const Stmt*>& block) {
  do {
    const Stmt* statement = ParseSimpleStatement(block.empty());
    if (statement == nullptr) return false;
    block.push_back(statement);
  } while (Accept(TokenKind::kSemicolon) && !At(TokenKind::kNewline));
  if (At(TokenKind::kNewline)) {
    uint32_t end = previous_end_;
    Take();
    previous_end_ = end;  // statements end before their line break
    return true;
  }
  FailAfterExpression("expected the end of the line");
  return false;
}

const Stmt* Parser::ParseSimpleStatement(bool is_first) {
  switch (Peek().kind) {
    case TokenKind::kPass: {
      uint32_t begin = Take().begin;
      return MakeStatement<Pass>(begin);
    }
    case TokenKind::kBreak:
    case TokenKind::kContinue:
      return ParseLoopExit();
    case TokenKind::kReturn:
      return ParseReturn();
    case TokenKind::kRaise:
      return ParseRaise();
    case TokenKind::kAssert:
      return ParseAssert();
    case TokenKind::kDel:
      return ParseDelete();
    case TokenKind::kGlobal:
    case TokenKind::kNonlocal:
      return ParseDeclaration();
    case TokenKind::kImport:
      return ParseImport();
    case TokenKind::kFrom:
      return ParseImportFrom();
    default:
      return ParseExpressionStatement(is_first);
  }
}

const Stmt* Parser::ParseExpressionStatement(bool is_first) {
  if (!StartsExpression() && !At(TokenKind::kStar)) return Fail("expected a statement");
  Token first = Peek();
  bool is_bare_name = first.kind == TokenKind::kName && Peek(1).kind == TokenKind::kColon;
  const Expr* value = ParseStarExpressions();
  if (value == nullptr) return nullptr;
  if (At(TokenKind::kAssign)) return ParseAssignment(first.begin, value);
  if (At(TokenKind::kColon)) return ParseAnnotatedAssignment(first.begin, value, is_bare_name);
  if (At(TokenKind::kAtAssign) || InPlaceOperator(TokenText(Peek().kind))) {
    return ParseAugmentedAssignment(first.begin, value);
  }
  RejectLoneStar(value);
  auto* statement = MakeStatement<ExpressionStatement>(first.begin);
  statement->value = value;
  MagicPlace place{context_.shows_expressions, is_first && context_.starts_function};
  statement->magic = MagicFor(*value, place);
  return statement;
}

const Stmt* Parser::ParseAssignment(uint32_t begin, const Expr* first) {
  std::vector<const Expr*> targets;
  const Expr* value = first;
  while (Accept(TokenKind::kAssign)) {
    BindLoneTarget(*value, NameUse::kStore);
    targets.push_back(value);
    value = ParseStarExpressions();
    if (value == nullptr) return nullptr;
  }
  RejectLoneStar(value);
  auto* statement = MakeStatement<Assign>(begin);
  statement->targets = Copy(targets);
  statement->value = value;
  return statement;
}

const Stmt* Parser::ParseAugmentedAssignment(uint32_t begin, const Expr* target) {
  Token token = Take();
  std::string text(TextOf(token));
  if (token.kind == TokenKind::kAtAssign) Refuse(token, "matrix multiplication is");
  if (IsSingleTarget(*target)) {
    BindTarget(*target, NameUse::kStore);
  } else {
    Say(begin, target->end,
        "only a name, an attribute or a subscript can be the target of '" + text + "'");
  }
  const Expr* value = ParseValue();
  if (value == nullptr) return nullptr;
  auto* statement = MakeStatement<AugmentedAssign>(begin);
  statement->op = InPlaceOperator(text).value_or(BinaryOperator{});
  statement->target = target;
  statement->value = value;
  return statement;
}

// A name without parentheses is declared in its scope even without a value.
const Stmt* Parser::ParseAnnotatedAssignment(uint32_t begin, const Expr* target,
                                             bool is_bare_name) {
  if (!IsSingleTarget(*target)) {
    Say(begin, target->end, "only a name, an attribute or a subscript can be annotated");
  }
  Take();
  const Expr* annotation = ParseExpression();
  if (annotation == nullptr) return nullptr;
  const Expr* value = nullptr;
  if (Accept(TokenKind::kAssign)) {
    value = ParseValue();
    if (value == nullptr) return nullptr;
  }
  if (const Name* name = TryAs<Name>(target)) {
    scopes_.ChangeUse(*name, is_bare_name ? NameUse::kAnnotate : NameUse::kNothing);
    if (value != nullptr) scopes_.Add({name->symbol, NameUse::kStore, nullptr, begin, name->end});
    if (name->symbol == symbols::kDebug) BindTarget(*target, NameUse::kNothing);
  } else if (IsSingleTarget(*target)) {
    BindTarget(*target, NameUse::kStore);
  }
  auto* statement = MakeStatement<AnnotatedAssign>(begin);
  statement->target = target;
  statement->annotation = annotation;
  statement->value = value;
  statement->is_simple = is_bare_name;
  statement->evaluates_annotation = !context_.is_in_function;
  return statement;
}

const Stmt* Parser::ParseLoopExit() {
  Token keyword = Take();
  std::string text(TextOf(keyword));
  if (!context_.is_in_loop) Say(keyword.begin, keyword.end, "'" + text + "' outside a loop");
  if (keyword.kind == TokenKind::kBreak) return MakeStatement<Break>(keyword.begin);
  return MakeStatement<Continue>(keyword.begin);
}

const Stmt* Parser::ParseReturn() {
  Token keyword = Take();
  if (!context_.is_in_function) Say(keyword.begin, keyword.end, "'return' outside a function");
  const Expr* value = nullptr;
  if (!At(TokenKind::kNewline) && !At(TokenKind::kSemicolon)) {
    value = ParseValue();
    if (value == nullptr) return nullptr;
  }
  auto* statement = MakeStatement<Return>(keyword.begin);
  statement->value = value;
  return statement;
}

const Stmt* Parser::ParseRaise() {
  uint32_t begin = Take().begin;
  const Expr* exception = nullptr;
  const Expr* cause = nullptr;
  if (!At(TokenKind::kNewline) && !At(TokenKind::kSemicolon)) {
    exception = ParseExpression();
    if (exception == nullptr) return nullptr;
    if (Accept(TokenKind::kFrom)) {
      cause = ParseExpression();
      if (cause == nullptr) return nullptr;
    }
  }
  auto* statement = MakeStatement<Raise>(begin);
  statement->exception = exception;
  statement->cause = cause;
  return statement;
}

const Stmt* Parser::ParseAssert() {
  uint32_t begin = Take().begin;
  const Expr* condition = ParseExpression();
  const Expr* message = nullptr;
  if (condition == nullptr) return nullptr;
  if (Accept(TokenKind::kComma)) {
    message = ParseExpression();
    if (message == nullptr) return nullptr;
  }
  auto* statement = MakeStatement<Assert>(begin);
  statement->condition = condition;
  statement->message = message;
  return statement;
}

const Stmt* Parser::ParseDelete() {
  uint32_t begin = Take().begin;
  const Expr* target = ParseStarExpressions();
  if (target == nullptr) return nullptr;
  DeleteTarget(*target);
  auto* statement = MakeStatement<Delete>(begin);
  statement->target = target;
  return statement;
}

const Stmt* Parser::ParseDeclaration() {
  Token keyword = Take();
  bool is_global = keyword.kind == TokenKind::kGlobal;
  if (!is_global && scopes_.is_in_module()) {
    Say(keyword.begin, keyword.end, "'nonlocal' at module level");
  }
  std::string_view after = TextOf(keyword);
  do {
    if (!At(TokenKind::kName)) return Fail("expected a name after '" + std::string(after) + "'");
    Token token = Take();
    NameUse use = is_global ? NameUse::kGlobal : NameUse::kNonlocal;
    scopes_.Add({Mangle(TextOf(token)), use, nullptr, token.begin, token.end});
    after = ",";
  } while (Accept(TokenKind::kComma));
  if (is_global) return MakeStatement<Global>(keyword.begin);
  return MakeStatement<Nonlocal>(keyword.begin);
}

}  // namespace streplay::script
