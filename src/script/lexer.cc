// One pass from left to right. At the start of a logical line the indentation is measured and
// becomes kIndent or kDedent; inside brackets, and in a field, line breaks are blanks.
#include "script/lexer.h"

#include "base/utf8.h"
#include "script/lexer_state.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

bool IsAsciiNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool IsAsciiNameCharacter(char c) {
  return IsAsciiNameStart(c) || (c >= '0' && c <= '9');
}

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

char OpenerOf(char closer) {
  return closer == ')' ? '(' : closer == ']' ? '[' : '{';
}

std::string Quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

}  // namespace

LexResult LexScript(std::string_view text, Mistakes& mistakes) {
  return Lexer(text, 0, text.size(), false, mistakes).Run();
}

LexResult LexField(std::string_view text, size_t begin, size_t end, Mistakes& mistakes) {
  return Lexer(text, begin, end, true, mistakes).Run();
}

Lexer::Lexer(std::string_view text, size_t begin, size_t end, bool is_field, Mistakes& mistakes)
    : text_(text), position_(begin), end_(end), is_field_(is_field), mistakes_(mistakes) {
}

LexResult Lexer::Run() {
  constexpr size_t kBytesPerToken = 4;  // a guess: most scripts have fewer tokens
  result_.tokens.reserve((end_ - position_) / kBytesPerToken + 8);
  if (!is_field_) {
    if (text_.starts_with("\xEF\xBB\xBF")) position_ = 3;  // a byte order mark is not text
    LexLineStart();
  }
  while (position_ < end_) LexToken();
  Finish();
  return std::move(result_);
}

size_t Lexer::LineBreakLength(size_t offset) const {
  if (At(offset) == '\n') return 1;
  return At(offset) == '\r' && At(offset + 1) == '\n' ? 2 : 0;
}

// Skips lines without tokens, then applies the indentation of the first one that has some.
void Lexer::LexLineStart() {
  while (position_ < end_) {
    Indentation indentation = MeasureIndentation();
    if (Current() == '#') {
      while (position_ < end_ && LineBreakLength(position_) == 0) ++position_;
    }
    if (position_ >= end_) return;
    size_t line_break = LineBreakLength(position_);
    if (line_break == 0) {
      ApplyIndentation(indentation);
      return;
    }
    position_ += line_break;
  }
}

void Lexer::LexToken() {
  char c = Current();
  if (c == ' ' || c == '\t' || c == '\f') {
    ++position_;
  } else if (size_t line_break = LineBreakLength(position_); line_break != 0) {
    if (!joins_lines()) EndLine();
    position_ += line_break;
    if (!joins_lines()) LexLineStart();
  } else if (c == '#') {
    while (position_ < end_ && LineBreakLength(position_) == 0) ++position_;
  } else if (c == '\\') {
    LexContinuation();
  } else if (c == '"' || c == '\'') {
    LexString(0);
  } else if ((c >= '0' && c <= '9') ||
             (c == '.' && At(position_ + 1) >= '0' && At(position_ + 1) <= '9')) {
    LexNumber();
  } else if (IsAsciiNameStart(c) || !IsAscii(c)) {
    LexName();
  } else {
    LexPunctuation();
  }
}

// A backslash joins this line with the next one, which must be there.
void Lexer::LexContinuation() {
  size_t begin = position_++;
  size_t line_break = LineBreakLength(position_);
  if (line_break != 0 && position_ + line_break < end_) {
    position_ += line_break;
    return;
  }
  Fail(begin, begin + 1, "expected the end of the line after '\\'");
  Push(TokenKind::kError, begin);
}

void Lexer::LexName() {
  size_t begin = position_;
  bool is_ascii = true;
  while (position_ < end_) {
    if (IsAsciiNameCharacter(Current())) {
      ++position_;
      continue;
    }
    if (IsAscii(Current())) break;
    DecodedCodePoint decoded = DecodeCodePoint(text_, position_);
    bool is_first = position_ == begin;
    if (!(is_first ? IsIdentifierStart : IsIdentifierContinue)(decoded.code_point)) break;
    is_ascii = false;
    position_ += decoded.length;
  }
  if (position_ == begin) return LexUnexpected();
  bool is_before_quote = Current() == '"' || Current() == '\'';
  if (is_before_quote && IsStringPrefix(text_.substr(begin, position_ - begin))) {
    size_t prefix_length = position_ - begin;
    position_ = begin;
    return LexString(prefix_length);
  }
  if (!is_ascii) Fail(begin, position_, "non-ASCII names are not supported in scenario scripts");
  Push(is_ascii ? KeywordOrName(text_.substr(begin, position_ - begin)) : TokenKind::kName, begin);
}

void Lexer::LexPunctuation() {
  TokenKind kind = PunctuationAt(text_.substr(position_, end_ - position_));
  if (kind == TokenKind::kError) return LexUnexpected();
  char c = Current();
  size_t begin = position_;
  position_ += TokenText(kind).size();
  Push(kind, begin);
  if (TokenText(kind).size() == 1) OpenOrClose(c);
}

void Lexer::OpenOrClose(char character) {
  size_t offset = position_ - 1;
  if (character == '(' || character == '[' || character == '{') {
    brackets_.push_back({character, offset});
    return;
  }
  if (character != ')' && character != ']' && character != '}') return;
  std::string closer = Quoted({&character, 1});
  if (brackets_.empty()) {
    Fail(offset, position_, closer + " closes nothing");
    result_.tokens.back().kind = TokenKind::kError;
    return;
  }
  char opener = brackets_.back().character;
  if (opener != OpenerOf(character)) {
    Fail(offset, position_, closer + " does not close " + Quoted({&opener, 1}));
    result_.tokens.back().kind = TokenKind::kError;
  }
  // Brackets that were left open inside the one that is closed here have been reported with it.
  size_t level = brackets_.size() - 1;
  while (level > 0 && brackets_[level].character != OpenerOf(character)) --level;
  bool is_found = brackets_[level].character == OpenerOf(character);
  brackets_.resize(is_found ? level : brackets_.size() - 1);
}

void Lexer::LexUnexpected() {
  size_t begin = position_;
  position_ += IsAscii(Current()) ? 1 : DecodeCodePoint(text_, begin).length;
  std::string character = EscapeControls(text_.substr(begin, position_ - begin));
  Fail(begin, position_, "unexpected character " + Quoted(character));
  Push(TokenKind::kError, begin);
}

void Lexer::EndLine() {
  Push(TokenKind::kNewline, position_);
}

void Lexer::Finish() {
  position_ = end_;
  if (!brackets_.empty()) result_.unclosed_bracket = brackets_.front().offset;
  if (!is_field_) {
    bool has_open_line = !result_.tokens.empty() &&
                         result_.tokens.back().kind != TokenKind::kNewline &&
                         result_.tokens.back().kind != TokenKind::kDedent;
    if (has_open_line) EndLine();
    for (; indentations_.size() > 1; indentations_.pop_back()) Push(TokenKind::kDedent, end_);
  }
  Push(TokenKind::kEnd, end_);
}

}  // namespace streplay::script
