// The arguments of a call or of a class, up to the closing parenthesis.
#include "script/parser_state.h"

namespace streplay::script {

bool Parser::ParseArguments(ArgumentList& list) {
  while (!At(TokenKind::kRightParen)) {
    if (!ParseArgument(list)) return false;
    if (!Accept(TokenKind::kComma)) break;
  }
  return true;
}

bool Parser::ParseArgument(ArgumentList& list) {
  Token first = Peek();
  if (first.kind == TokenKind::kName && Peek(1).kind == TokenKind::kAssign) {
    return ParseKeywordArgument(list);
  }
  if (first.kind != TokenKind::kDoubleStar) return ParsePositionalArgument(list);
  Take();
  const Expr* value = ParseExpression();
  if (value == nullptr) return false;
  list.has_double_starred = true;
  list.keywords.push_back({Symbol(), value, first.begin});
  return true;
}

bool Parser::ParseKeywordArgument(ArgumentList& list) {
  Token token = Take();
  Take();
  CheckBindable(token);
  Symbol name = symbols_.Intern(TextOf(token));
  if (!list.keyword_ids.insert(name.id()).second) {
    Say(token.begin, token.end,
        "keyword argument '" + std::string(TextOf(token)) + "' is repeated");
  }
  const Expr* value = ParseExpression();
  if (value == nullptr) return false;
  list.keywords.push_back({name, value, token.begin});
  return true;
}

bool Parser::ParsePositionalArgument(ArgumentList& list) {
  uint32_t begin = Peek().begin;
  bool is_starred = Accept(TokenKind::kStar);
  ScopeBuilder::Mark mark = scopes_.CurrentMark();
  const Expr* value = is_starred ? ParseExpression() : ParseNamedExpression();
  if (value == nullptr) return false;
  if (is_starred) {
    auto* starred = Make<Starred>(begin);
    starred->value = value;
    value = starred;
    list.has_starred = true;
  } else if (AtComprehension()) {
    value = ParseGenerator(*value, mark);
    if (value == nullptr) return false;
  } else if (At(TokenKind::kAssign)) {
    has_syntax_error_ = true;
    Say(begin, value->end, "expected a parameter name before '='");
    return false;
  }
  if (list.has_double_starred) {
    Say(begin, value->end, "a positional argument follows '**'");
  } else if (!list.keywords.empty() && !is_starred) {
    Say(begin, value->end, "a positional argument follows a keyword argument");
  }
  list.positional.push_back(value);
  return true;
}

}  // namespace streplay::script
