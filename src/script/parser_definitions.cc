// def and class, with their decorators.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {

const Stmt* Parser::ParseDecorated() {
  std::vector<const Expr*> expressions;
  Decorators decorators;
  while (At(TokenKind::kAt)) {
    Token at = Take();
    if (!decorators.begin) decorators.begin = at.begin;
    const Expr* expression = ParseNamedExpression();
    if (expression != nullptr && !At(TokenKind::kNewline)) Fail("expected the end of the line");
    SkipLine();
    expressions.push_back(expression);
  }
  decorators.expressions = Copy(expressions);
  if (At(TokenKind::kAsync)) Refuse(Take(), "async functions are");
  if (At(TokenKind::kDef)) return ParseFunction(decorators);
  if (At(TokenKind::kClass)) return ParseClass(decorators);
  return Fail("expected 'def' or 'class' after the decorator");
}

const Stmt* Parser::ParseFunction(const Decorators& decorators) {
  Token keyword = Take();
  ParameterList list;
  Symbol name;
  const Name* target = nullptr;
  bool is_good = ParseFunctionHeader(keyword, list, name, target);

  Function* function = MakeFunction(list, name, keyword.begin);
  function->first_line =
      static_cast<uint32_t>(program_->LineAt(decorators.begin ? *decorators.begin : keyword.begin));
  Symbol bound_name = target != nullptr ? target->symbol : Symbol();
  OpenFunctionScope(*function, list, ScopeKind::kFunction, bound_name);
  Context inside = context_;
  inside.is_in_function = true;
  inside.is_in_loop = false;
  inside.starts_function = true;
  function->body = ParseSuite("def", "the function header", is_good, inside);
  function->docstring = DocstringOf(function->body);
  scopes_.Close();

  auto* statement = MakeStatement<FunctionDefinition>(keyword.begin);
  statement->function = function;
  statement->decorators = decorators.expressions;
  statement->target = target;
  return statement;
}

bool Parser::ParseFunctionHeader(const Token& keyword, ParameterList& list, Symbol& name,
                                 const Name*& target) {
  if (At(TokenKind::kName)) name = symbols_.Intern(TextOf(Peek()));
  target = ParseBoundName("def", NameUse::kStore);
  if (target == nullptr) return false;
  scopes_.ChangeToDefinition(*target, keyword.begin, keyword.end);
  if (!Accept(TokenKind::kLeftParen)) {
    Fail("expected '(' after the function name");
    return false;
  }
  if (!ParseParameters(list, TokenKind::kRightParen) || !Expect(TokenKind::kRightParen)) {
    return false;
  }
  if (!Accept(TokenKind::kArrow)) return true;
  list.result_annotation = ParseExpression();
  return list.result_annotation != nullptr;
}

const Stmt* Parser::ParseClass(const Decorators& decorators) {
  Token keyword = Take();
  Symbol name;
  if (At(TokenKind::kName)) name = symbols_.Intern(TextOf(Peek()));
  const Name* target = ParseBoundName("class", NameUse::kStore);
  bool is_good = target != nullptr;
  const Expr* base = nullptr;
  if (is_good && Accept(TokenKind::kLeftParen)) is_good = ParseClassArguments(base);

  Symbol bound_name = is_good ? target->symbol : Symbol();
  Context inside;
  inside.shows_expressions = false;
  inside.class_name = name;
  const Scope* scope = scopes_.Open(ScopeKind::kClass, name, bound_name, scopes_.CurrentMark());
  Block body = ParseSuite("class", "the class header", is_good, inside);
  scopes_.Close();

  auto* statement = MakeStatement<ClassDefinition>(keyword.begin);
  statement->name = name;
  statement->base = base;
  statement->decorators = decorators.expressions;
  statement->target = target;
  statement->body = body;
  statement->docstring = DocstringOf(body);
  statement->scope = scope;
  return statement;
}

// One base class at most.
bool Parser::ParseClassArguments(const Expr*& base) {
  ArgumentList list;
  if (!ParseArguments(list) || !Expect(TokenKind::kRightParen)) return false;
  for (const Expr* argument : list.positional) {
    std::string_view what;
    if (argument->kind == NodeKind::kStarred) {
      what = "starred class arguments are";
    } else if (argument != list.positional.front()) {
      what = "multiple inheritance is";
    }
    if (!what.empty()) Say(argument->begin, argument->end, RefusalMessage(what));
  }
  for (const KeywordNode& keyword : list.keywords) {
    bool is_metaclass = symbols_.Text(keyword.name) == "metaclass";
    std::string_view what = is_metaclass ? "metaclasses are" : "class keyword arguments are";
    Say(keyword.begin, keyword.value->end, RefusalMessage(what));
  }
  if (!list.positional.empty()) base = list.positional.front();
  return true;
}

const StringConstant* Parser::DocstringOf(Block body) {
  if (body.empty()) return nullptr;
  const auto* statement = TryAs<ExpressionStatement>(body.front());
  return statement == nullptr ? nullptr : TryAs<StringConstant>(statement->value);
}

}  // namespace streplay::script
