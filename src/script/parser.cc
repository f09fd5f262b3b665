// ParseProgram, and what all parts of the parser share. The whole text is lexed first; then tokens
// become statements, names are collected on the way, and resolved when no structure was lost.
#include "script/parser.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "script/parser_state.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

// More would help nobody, and each costs a walk over the text.
constexpr size_t kMostDiagnostics = 50;

}  // namespace

std::unique_ptr<Program> ParseProgram(MappedText text, SymbolTable& symbols,
                                      const ParseLimits& limits, Diagnostics& diagnostics) {
  return Parser(std::move(text), symbols, limits).Run(diagnostics);
}

Parser::Parser(MappedText text, SymbolTable& symbols, const ParseLimits& limits)
    : program_(std::make_unique<Program>()),
      symbols_(symbols),
      limits_(limits),
      scopes_(program_->arena_, symbols, mistakes_) {
  program_->text_ = std::move(text);
  text_ = program_->text_.text;
  program_->line_starts_.push_back(0);
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') program_->line_starts_.push_back(static_cast<uint32_t>(i + 1));
  }
}

std::unique_ptr<Program> Parser::Run(Diagnostics& diagnostics) {
  if (CheckText()) {
    CheckEncodingDeclaration(text_, lexer_mistakes_);
    LexResult lexed = LexScript(text_, lexer_mistakes_);
    tokens_ = std::move(lexed.tokens);
    unclosed_bracket_ = lexed.unclosed_bracket;
    for (const Token& token : tokens_) {
      if (token.kind == TokenKind::kNewline) line_ends_.push_back(token.begin);
    }
    program_->scope_ = scopes_.Open(ScopeKind::kModule, symbols::kModuleName, {}, {});
    context_.starts_function = true;
    Block statements = ParseStatementsUntilEnd();
    CheckAttributes();
    if (!has_syntax_error_ && lexer_mistakes_.empty()) scopes_.Resolve();
    FinishProgram(statements);
  }
  if (lexer_mistakes_.empty() && mistakes_.empty()) return std::move(program_);
  Report(diagnostics);
  return nullptr;
}

// What would make every offset or every line doubtful.
bool Parser::CheckText() {
  auto fail = [this](size_t offset, std::string message) {
    AddMistake(mistakes_, offset, offset + 1, std::move(message));
    return false;
  };
  if (text_.size() >= UINT32_MAX) return fail(0, "the script is larger than 4 GiB");
  if (auto offset = FindInvalidUtf8(text_)) return fail(*offset, "the script is not valid UTF-8");
  size_t null = text_.find('\0');
  if (null != std::string_view::npos) return fail(null, "unexpected character '\\x00'");
  for (size_t at = text_.find('\r'); at != std::string_view::npos; at = text_.find('\r', at + 1)) {
    if (text_.substr(at, 2) != "\r\n") return fail(at, "unexpected character '\\r'");
  }
  return true;
}

void Parser::FinishProgram(Block statements) {
  program_->statements_ = statements;
  program_->docstring_ = DocstringOf(statements);
  std::sort(program_->statements_in_order_.begin(), program_->statements_in_order_.end(),
            [](const Stmt* a, const Stmt* b) { return a->begin < b->begin; });
}

// A line that the lexer has already rejected says nothing more.
bool Parser::IsMaskedByLexer(const Mistake& mistake) const {
  auto line_end = std::lower_bound(line_ends_.begin(), line_ends_.end(), mistake.begin);
  size_t end = line_end == line_ends_.end() ? text_.size() : *line_end;
  size_t begin = line_end == line_ends_.begin() ? 0 : *std::prev(line_end) + 1;
  auto first =
      std::lower_bound(lexer_mistakes_.begin(), lexer_mistakes_.end(), begin,
                       [](const Mistake& known, size_t offset) { return known.begin < offset; });
  return first != lexer_mistakes_.end() && first->begin <= end;
}

void Parser::Report(Diagnostics& diagnostics) {
  Mistakes all = lexer_mistakes_;
  for (const Mistake& mistake : mistakes_) {
    bool is_swallowed = unclosed_bracket_ && mistake.begin > *unclosed_bracket_;
    if (!is_swallowed && !IsMaskedByLexer(mistake)) all.push_back(mistake);
  }
  if (unclosed_bracket_) {
    std::string bracket(text_.substr(*unclosed_bracket_, 1));
    AddMistake(all, *unclosed_bracket_, *unclosed_bracket_ + 1,
               "'" + bracket + "' was never closed");
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Mistake& a, const Mistake& b) { return a.begin < b.begin; });
  if (all.size() > kMostDiagnostics) all.resize(kMostDiagnostics);
  for (Mistake& mistake : all) {
    AddError(diagnostics, program_->text_.RangeAt(mistake.begin, mistake.end),
             std::move(mistake.message));
  }
}

const Token& Parser::Peek(size_t ahead) const {
  return tokens_[std::min(index_ + ahead, tokens_.size() - 1)];
}

Token Parser::Take() {
  Token token = Peek();
  if (index_ + 1 < tokens_.size()) {
    ++index_;
    previous_end_ = token.end;
  }
  return token;
}

bool Parser::Accept(TokenKind kind) {
  if (!At(kind)) return false;
  Take();
  return true;
}

std::string_view Parser::TextOf(const Token& token) const {
  return text_.substr(token.begin, token.end - token.begin);
}

void Parser::Say(size_t begin, size_t end, std::string message) {
  AddMistake(mistakes_, begin, end, std::move(message));
}

void Parser::Refuse(const Token& token, std::string_view what) {
  Say(token.begin, token.end, RefusalMessage(what));
}

std::nullptr_t Parser::Fail(std::string message) {
  has_syntax_error_ = true;
  const Token& token = Peek();
  if (token.kind != TokenKind::kError) Say(token.begin, token.end, std::move(message));
  return nullptr;
}

std::nullptr_t Parser::FailExpression() {
  return Fail(is_in_field_ ? "expected an expression in the f-string" : "expected an expression");
}

std::nullptr_t Parser::FailAfterExpression(std::string message) {
  return Fail(At(TokenKind::kColonEqual) ? "':=' needs parentheses here" : std::move(message));
}

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
  ++parser_.depth_;
  parser_.deepest_ = std::max(parser_.deepest_, parser_.depth_);
  is_allowed_ = parser_.depth_ <= parser_.limits_.nesting;
  if (!is_allowed_) parser_.FailNesting();
}

Parser::Chain::Chain(Parser& parser) : parser_(parser), outer_deepest_(parser.deepest_) {
  parser_.deepest_ = parser_.depth_;
}

Parser::Chain::~Chain() {
  parser_.deepest_ = std::max({outer_deepest_, height_, parser_.deepest_});
}

bool Parser::Chain::AddLink() {
  height_ = std::max(height_, parser_.deepest_) + 1;
  parser_.deepest_ = parser_.depth_;
  if (height_ <= parser_.limits_.nesting) return true;
  parser_.FailNesting();
  return false;
}

std::nullptr_t Parser::FailNesting() {
  return Fail("script nesting is deeper than " + std::to_string(limits_.nesting) + " levels");
}

}  // namespace streplay::script
