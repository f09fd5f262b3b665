// Statements and blocks. A simple statement that fails loses its line; a header that fails loses
// its line but keeps its block, so that mistakes inside are found too.
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {

Block Parser::ParseStatementsUntilEnd() {
  std::vector<const Stmt*> block;
  while (!At(TokenKind::kEnd)) ParseStatement(block);
  return Copy(block);
}

Parser::CompoundParser Parser::FindCompoundParser() const {
  switch (Peek().kind) {
    case TokenKind::kIf:
      return &Parser::ParseIf;
    case TokenKind::kWhile:
      return &Parser::ParseWhile;
    case TokenKind::kFor:
      return &Parser::ParseFor;
    case TokenKind::kTry:
      return &Parser::ParseTry;
    case TokenKind::kWith:
      return &Parser::ParseWith;
    case TokenKind::kDef:
    case TokenKind::kClass:
    case TokenKind::kAt:
      return &Parser::ParseDecorated;
    case TokenKind::kAsync:
      return &Parser::ParseAsync;
    default:
      return AtMatchStatement() ? &Parser::RefuseMatch : nullptr;
  }
}

void Parser::ParseStatement(std::vector<const Stmt*>& block) {
  switch (Peek().kind) {
    case TokenKind::kNewline:  // what is left of a line that the lexer rejected
    case TokenKind::kDedent:
      Take();
      return;
    case TokenKind::kIndent:
      Fail("unexpected indentation");
      ParseIndented();
      return;
    case TokenKind::kElse:
    case TokenKind::kElif:
    case TokenKind::kExcept:
    case TokenKind::kFinally:
      ParseMisplaced(block);
      return;
    default:
      break;
  }
  if (CompoundParser parse = FindCompoundParser()) {
    if (const Stmt* statement = (this->*parse)()) block.push_back(statement);
  } else if (!ParseSimpleLine(block)) {
    SkipLine();
    if (At(TokenKind::kIndent)) ParseIndented();  // perhaps it was meant to be a header
  }
}

// The context of an ordinary block in the current one.
Parser::Context Parser::Inside() const {
  Context inside = context_;
  inside.starts_function = false;
  return inside;
}

Block Parser::ParseSuite(std::string_view keyword, std::string_view header, bool is_good,
                         const Context& inside) {
  if (is_good) is_good = ParseColon(header);
  if (!is_good) {
    while (!At(TokenKind::kNewline) && !At(TokenKind::kEnd)) Take();
  }
  Context outside = context_;
  context_ = inside;
  Block block;
  if (is_good && !At(TokenKind::kNewline)) {
    block = ParseInline();
  } else {
    Accept(TokenKind::kNewline);
    if (At(TokenKind::kIndent)) {
      block = ParseIndented();
    } else if (is_good) {
      Fail("expected an indented block after '" + std::string(keyword) + "'");
    }
  }
  context_ = outside;
  return block;
}

bool Parser::ParseColon(std::string_view header) {
  if (Accept(TokenKind::kColon)) return true;
  FailAfterExpression("expected ':' after " + std::string(header));
  return false;
}

Block Parser::ParseIndented() {
  Nesting nesting(*this);
  if (!nesting) {
    SkipIndented();
    return {};
  }
  Take();
  std::vector<const Stmt*> block;
  while (!At(TokenKind::kDedent) && !At(TokenKind::kEnd)) ParseStatement(block);
  // The indentation that the end of a block closes is no text of the block.
  uint32_t end = previous_end_;
  Accept(TokenKind::kDedent);
  previous_end_ = end;
  return Copy(block);
}

Block Parser::ParseInline() {
  Nesting nesting(*this);
  std::vector<const Stmt*> block;
  bool is_good = static_cast<bool>(nesting);
  if (is_good && FindCompoundParser() != nullptr) {
    is_good = Fail("expected a simple statement after ':'") != nullptr;
  }
  if (is_good && ParseSimpleLine(block)) return Copy(block);
  SkipLine();
  if (At(TokenKind::kIndent)) ParseIndented();
  return {};
}

void Parser::SkipLine() {
  while (!At(TokenKind::kNewline) && !At(TokenKind::kEnd)) Take();
  Accept(TokenKind::kNewline);
}

// Without recursion: this is what is left to do when blocks nest too deep.
void Parser::SkipIndented() {
  int level = 0;
  do {
    if (At(TokenKind::kIndent)) ++level;
    if (At(TokenKind::kDedent)) --level;
    Take();
  } while (level > 0 && !At(TokenKind::kEnd));
}

void Parser::ParseMisplaced(std::vector<const Stmt*>& block) {
  std::string keyword(TextOf(Peek()));
  bool is_else = At(TokenKind::kElse);
  std::string opener = is_else                ? "'if', 'for', 'while' or 'try'"
                       : At(TokenKind::kElif) ? "'if'"
                                              : "'try'";
  Fail("'" + keyword + "' without " + opener);
  Block body = ParseSuite(keyword, keyword, false, Inside());
  block.insert(block.end(), body.begin(), body.end());
}

}  // namespace streplay::script
