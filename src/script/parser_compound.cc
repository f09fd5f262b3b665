// Compound statements: if, while, for, try, with; and the refusal of match and async ones.
#include "script/parser_state.h"

namespace streplay::script {

Parser::Context Parser::InsideLoop() const {
  Context inside = Inside();
  inside.is_in_loop = true;
  return inside;
}

Parser::Context Parser::InsideUnshown() const {
  Context inside = Inside();
  inside.shows_expressions = false;
  return inside;
}

const Stmt* Parser::ParseIf() {
  uint32_t begin = Peek().begin;
  std::vector<IfBranch> branches;
  do {
    std::string keyword(TextOf(Take()));
    const Expr* condition = ParseNamedExpression();
    std::string header = "the " + keyword + " condition";
    Block body = ParseSuite(keyword, header, condition != nullptr, Inside());
    branches.push_back({condition, body});
  } while (At(TokenKind::kElif));
  Block otherwise = ParseElse(Inside());
  If* statement = MakeStatement<If>(begin);
  statement->branches = Copy(branches);
  statement->otherwise = otherwise;
  return statement;
}

Block Parser::ParseElse(const Context& inside) {
  if (!Accept(TokenKind::kElse)) return {};
  return ParseSuite("else", "'else'", true, inside);
}

const Stmt* Parser::ParseWhile() {
  uint32_t begin = Take().begin;
  const Expr* condition = ParseNamedExpression();
  Block body = ParseSuite("while", "the while condition", condition != nullptr, InsideLoop());
  Block otherwise = ParseElse(InsideUnshown());
  While* statement = MakeStatement<While>(begin);
  statement->condition = condition;
  statement->body = body;
  statement->otherwise = otherwise;
  return statement;
}

const Stmt* Parser::ParseFor() {
  uint32_t begin = Take().begin;
  const Expr* target = ParseForTarget(NameUse::kStore);
  const Expr* iterable = target != nullptr ? ParseValue() : nullptr;
  Block body = ParseSuite("for", "the for iterable", iterable != nullptr, InsideLoop());
  Block otherwise = ParseElse(InsideUnshown());
  For* statement = MakeStatement<For>(begin);
  statement->target = target;
  statement->iterable = iterable;
  statement->body = body;
  statement->otherwise = otherwise;
  return statement;
}

const Stmt* Parser::ParseTry() {
  uint32_t begin = Take().begin;
  Block body = ParseSuite("try", "'try'", true, Inside());
  std::vector<ExceptHandler> handlers;
  while (At(TokenKind::kExcept)) handlers.push_back(ParseHandler());
  if (handlers.empty() && !At(TokenKind::kFinally)) {
    Fail("expected 'except' or 'finally' after the try block");
  }
  Block otherwise = ParseElse(InsideUnshown());
  Block finally;
  if (Accept(TokenKind::kFinally)) finally = ParseSuite("finally", "'finally'", true, Inside());
  Try* statement = MakeStatement<Try>(begin);
  statement->body = body;
  statement->handlers = Copy(handlers);
  statement->otherwise = otherwise;
  statement->finally = finally;
  return statement;
}

ExceptHandler Parser::ParseHandler() {
  ExceptHandler handler;
  Token keyword = Take();
  handler.begin = keyword.begin;
  if (At(TokenKind::kStar)) {
    Refuse(keyword, "exception groups are");
    Take();
  }
  bool is_bare = At(TokenKind::kColon) || At(TokenKind::kNewline);
  bool is_good = is_bare || ParseHandlerHeader(handler);
  std::string_view header = is_bare ? "'except'" : "the except clause";
  handler.body = ParseSuite("except", header, is_good, Inside());
  if (is_bare && At(TokenKind::kExcept)) {
    Say(keyword.begin, keyword.end, "a bare 'except' must come last");
  }
  return handler;
}

bool Parser::ParseHandlerHeader(ExceptHandler& handler) {
  handler.type = ParseExpression();
  if (handler.type == nullptr) return false;
  if (At(TokenKind::kComma)) {
    has_syntax_error_ = true;
    Say(handler.type->begin, handler.type->end, "several exception types need parentheses");
    return false;
  }
  if (!Accept(TokenKind::kAs)) return true;
  handler.target = ParseBoundName("as", NameUse::kStore);
  return handler.target != nullptr;
}

// `match` is an ordinary name unless a block of cases follows its line.
bool Parser::AtMatchStatement() const {
  if (!At(TokenKind::kName) || TextOf(Peek()) != "match") return false;
  size_t ahead = 1;
  while (Peek(ahead).kind != TokenKind::kNewline && Peek(ahead).kind != TokenKind::kEnd) ++ahead;
  return Peek(ahead - 1).kind == TokenKind::kColon && Peek(ahead + 1).kind == TokenKind::kIndent &&
         TextOf(Peek(ahead + 2)) == "case";
}

const Stmt* Parser::RefuseMatch() {
  Refuse(Peek(), "match statements are");
  SkipLine();
  SkipIndented();
  return nullptr;
}

// Refused as a whole; what follows is parsed as if it were not asynchronous.
const Stmt* Parser::ParseAsync() {
  Refuse(Take(), "async functions are");
  switch (Peek().kind) {
    case TokenKind::kDef:
      return ParseDecorated();
    case TokenKind::kFor:
      return ParseFor();
    case TokenKind::kWith:
      return ParseWith();
    default:
      SkipLine();
      return nullptr;
  }
}

const Stmt* Parser::ParseWith() {
  uint32_t begin = Take().begin;
  std::vector<WithItem> items;
  bool is_good = ParseWithHeader(items);
  Block body = ParseSuite("with", "the with items", is_good, Inside());
  With* statement = MakeStatement<With>(begin);
  statement->items = Copy(items);
  statement->body = body;
  return statement;
}

bool Parser::ParseWithHeader(std::vector<WithItem>& items) {
  if (!HasParenthesizedItems()) return ParseWithItems(items, false);
  Take();
  return ParseWithItems(items, true) && Expect(TokenKind::kRightParen);
}

// Parentheses around everything before the colon hold items, unless what they hold can only be an
// expression: nothing, a walrus, a starred item, a generator.
bool Parser::HasParenthesizedItems() const {
  if (!At(TokenKind::kLeftParen) || Peek(1).kind == TokenKind::kRightParen) return false;
  int level = 1;
  size_t ahead = 1;
  for (; level > 0; ++ahead) {
    TokenKind kind = Peek(ahead).kind;
    if (kind == TokenKind::kNewline || kind == TokenKind::kEnd) return false;
    std::string_view text = TokenText(kind);
    if (text == "(" || text == "[" || text == "{") ++level;
    if (text == ")" || text == "]" || text == "}") --level;
    bool starts_item = ahead == 1 || Peek(ahead - 1).kind == TokenKind::kComma;
    bool is_expression =
        text == ":=" || text == "for" || text == "yield" || (starts_item && text == "*");
    if (level == 1 && is_expression) return false;
  }
  return Peek(ahead).kind == TokenKind::kColon;
}

bool Parser::ParseWithItems(std::vector<WithItem>& items, bool is_parenthesized) {
  do {
    if (is_parenthesized && At(TokenKind::kRightParen) && !items.empty()) break;
    WithItem item;
    item.context = ParseExpression();
    if (item.context == nullptr) return false;
    if (Accept(TokenKind::kAs)) {
      item.target = ParseStarExpression();
      if (item.target == nullptr) return false;
      BindLoneTarget(*item.target, NameUse::kStore);
    }
    items.push_back(item);
    if (depth_ + static_cast<int>(items.size()) > limits_.nesting) {
      FailNesting();
      return false;
    }
  } while (Accept(TokenKind::kComma));
  return true;
}

}  // namespace streplay::script
