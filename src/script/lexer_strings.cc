// String literals: where they begin and end. Escapes and f-string fields are read by the parser
// (string_literal.h, parser_strings.cc).
#include "script/lexer_state.h"

namespace streplay::script {

bool IsStringPrefix(std::string_view name) {
  std::string lower;
  for (char c : name.substr(0, 3)) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (std::string_view known : {"r", "u", "b", "br", "rb", "f", "fr", "rf"}) {
    if (lower == known) return true;
  }
  return false;
}

void Lexer::LexString(size_t prefix_length) {
  size_t begin = position_;
  position_ += prefix_length;
  char quote = Current();
  bool is_triple = At(position_ + 1) == quote && At(position_ + 2) == quote;
  position_ += is_triple ? 3 : 1;
  if (SkipToStringEnd(quote, is_triple)) {
    Push(TokenKind::kString, begin);
    return;
  }
  Fail(begin, position_, is_triple ? "unterminated triple-quoted string" : "unterminated string");
  Push(TokenKind::kError, begin);
  brackets_.clear();  // whatever it leaves open is not a mistake of its own
}

bool Lexer::SkipToStringEnd(char quote, bool is_triple) {
  while (position_ < end_) {
    char c = Current();
    if (c == '\\') {
      ++position_;
      position_ += LineBreakLength(position_) == 2 ? 2 : 1;
      continue;
    }
    if (!is_triple && LineBreakLength(position_) != 0) return false;
    if (c == quote && (!is_triple || (At(position_ + 1) == quote && At(position_ + 2) == quote))) {
      position_ += is_triple ? 3 : 1;
      return true;
    }
    ++position_;
  }
  position_ = end_;  // an escape at the very end goes past it
  return false;
}

}  // namespace streplay::script
