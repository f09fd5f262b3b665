// Numbers: 0x, 0o and 0b integers, decimal integers, floats and imaginary numbers, with single
// underscores between digits. Their values are the parser's business.
#include "base/utf8.h"
#include "script/lexer_state.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

bool IsDecimalDigit(char c) {
  return c >= '0' && c <= '9';
}
bool IsBinaryDigit(char c) {
  return c == '0' || c == '1';
}
bool IsOctalDigit(char c) {
  return c >= '0' && c <= '7';
}
bool IsHexadecimalDigit(char c) {
  return IsDecimalDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

char Lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

// Also when something is wrong the token stays a number, so that the rest of the line makes sense.
void Lexer::LexNumber() {
  size_t begin = position_;
  char radix = Current() == '0' ? Lower(At(position_ + 1)) : '\0';
  bool is_good = true;
  if (radix == 'x') {
    is_good = LexRadixNumber(IsHexadecimalDigit, "expected a hexadecimal digit");
  } else if (radix == 'o') {
    is_good = LexRadixNumber(IsOctalDigit, "expected an octal digit");
  } else if (radix == 'b') {
    is_good = LexRadixNumber(IsBinaryDigit, "expected a binary digit");
  } else {
    is_good = LexDecimalNumber();
  }
  is_good = is_good && CheckNumberEnd();
  if (!is_good) {  // what follows is part of the same mistake
    while (IsHexadecimalDigit(Current()) || Current() == '_') ++position_;
  }
  Push(is_good ? TokenKind::kNumber : TokenKind::kError, begin);
}

bool Lexer::LexRadixNumber(bool (*is_digit)(char), const char* expected) {
  position_ += 2;
  do {
    if (Current() == '_') ++position_;
    if (!is_digit(Current())) return Fail(position_, position_ + 1, expected);
    while (is_digit(Current())) ++position_;
  } while (Current() == '_');
  return !IsDecimalDigit(Current()) || Fail(position_, position_ + 1, expected);
}

bool Lexer::LexDecimalDigits() {
  while (IsDecimalDigit(Current())) ++position_;
  while (Current() == '_') {
    ++position_;
    if (!IsDecimalDigit(Current())) {
      return Fail(position_, position_ + 1, "expected a digit after '_'");
    }
    while (IsDecimalDigit(Current())) ++position_;
  }
  return true;
}

bool Lexer::LexFraction() {
  ++position_;
  return !IsDecimalDigit(Current()) || LexDecimalDigits();
}

bool Lexer::LexExponent() {
  if (text_.substr(position_, 4) == "else") return true;  // `1else`: a keyword follows
  ++position_;
  if (Current() == '+' || Current() == '-') ++position_;
  if (!IsDecimalDigit(Current())) {
    return Fail(position_, position_ + 1, "expected a digit in the exponent");
  }
  return LexDecimalDigits();
}

bool Lexer::LexDecimalNumber() {
  size_t begin = position_;
  if (Current() != '.' && !LexDecimalDigits()) return false;
  std::string_view digits = text_.substr(begin, position_ - begin);
  bool is_integer = true;
  if (Current() == '.') {
    is_integer = false;
    if (!LexFraction()) return false;
  }
  if (Lower(Current()) == 'e') {
    size_t exponent = position_;
    if (!LexExponent()) return false;
    is_integer = is_integer && position_ == exponent;
  }
  if (Lower(Current()) == 'j') {
    is_integer = false;
    ++position_;
  }
  bool has_bad_zero = is_integer && digits.size() > 1 && digits[0] == '0' &&
                      digits.find_first_not_of("0_") != std::string_view::npos;
  return !has_bad_zero || Fail(begin, position_, "a decimal integer cannot start with 0");
}

bool Lexer::CheckNumberEnd() {
  char c = Current();
  bool is_ascii_letter = (Lower(c) >= 'a' && Lower(c) <= 'z') || c == '_';
  size_t length = 1;
  bool starts_name = is_ascii_letter && !StartsKeywordAfterNumber();
  if (static_cast<unsigned char>(c) >= 0x80) {
    DecodedCodePoint decoded = DecodeCodePoint(text_, position_);
    starts_name = IsIdentifierStart(decoded.code_point);
    length = decoded.length;
  }
  if (!starts_name) return true;
  Fail(position_, position_ + length, "a name cannot start with a digit");
  while (position_ < end_ && (IsDecimalDigit(Current()) || Current() == '_' ||
                              (Lower(Current()) >= 'a' && Lower(Current()) <= 'z'))) {
    ++position_;
  }
  return false;
}

// CPython still lets these keywords follow a number without a blank.
bool Lexer::StartsKeywordAfterNumber() const {
  std::string_view rest = text_.substr(position_, 4);
  for (std::string_view word : {"and", "else", "for", "if", "in", "is", "not", "or"}) {
    if (rest.starts_with(word)) return true;
  }
  return false;
}

}  // namespace streplay::script
