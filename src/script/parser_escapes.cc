// From left to right; an escape that is none stays as it is written, as in CPython.
#include "script/parser_escapes.h"

#include <algorithm>

#include "base/utf8.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

int HexadecimalValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool IsOctal(char c) {
  return c >= '0' && c <= '7';
}

// What a backslash and one letter stand for, or 0.
char SimpleEscape(char c) {
  constexpr std::string_view kLetters = "\\'\"abfnrtv";
  constexpr std::string_view kMeanings = "\\'\"\a\b\f\n\r\t\v";
  size_t index = kLetters.find(c);
  return index == std::string_view::npos ? '\0' : kMeanings[index];
}

// Line breaks become "\n": a script holds no carriage return but in front of a line feed.
void AppendPlain(std::string_view text, std::string& decoded) {
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find('\r', start), text.size());
    decoded += text.substr(start, end - start);
    start = end + 1;
  }
}

class EscapeDecoder {
 public:
  EscapeDecoder(std::string_view text, size_t begin, size_t end, bool is_bytes,
                std::string& decoded, Mistakes& mistakes)
      : text_(text.substr(0, end)),
        position_(begin),
        is_bytes_(is_bytes),
        decoded_(decoded),
        mistakes_(mistakes) {}

  bool Run() {
    while (position_ < text_.size()) {
      size_t backslash = std::min(text_.find('\\', position_), text_.size());
      AppendPlain(text_.substr(position_, backslash - position_), decoded_);
      position_ = backslash;
      if (position_ < text_.size() && !DecodeEscape()) return false;
    }
    return true;
  }

 private:
  // At a backslash.
  bool DecodeEscape() {
    char c = position_ + 1 < text_.size() ? text_[position_ + 1] : '\0';
    if (c == '\n' || c == '\r') {  // a joined line; a lone \r cannot occur
      position_ += c == '\n' ? 2 : 3;
      return true;
    }
    if (char meaning = SimpleEscape(c); meaning != '\0') {
      decoded_ += meaning;
      position_ += 2;
      return true;
    }
    if (IsOctal(c)) return DecodeOctal();
    if (c == 'x') return DecodeHexadecimal(2);
    if (!is_bytes_ && c == 'u') return DecodeHexadecimal(4);
    if (!is_bytes_ && c == 'U') return DecodeHexadecimal(8);
    if (!is_bytes_ && c == 'N') return RefuseNamed();
    decoded_ += '\\';
    ++position_;
    return true;
  }

  bool DecodeOctal() {
    if (is_bytes_) return Fail(2, RefusalMessage("octal escapes in bytes are"));
    char32_t value = 0;
    size_t length = 1;
    for (; length < 4 && position_ + length < text_.size(); ++length) {
      char c = text_[position_ + length];
      if (!IsOctal(c)) break;
      value = value * 8 + static_cast<char32_t>(c - '0');
    }
    AppendCodePoint(decoded_, value);
    position_ += length;
    return true;
  }

  bool DecodeHexadecimal(size_t digits) {
    char32_t value = 0;
    for (size_t i = 2; i < digits + 2; ++i) {
      size_t at = position_ + i;
      int digit = at < text_.size() ? HexadecimalValue(text_[at]) : -1;
      if (digit < 0) {
        return Fail(2, "expected " + std::to_string(digits) + " hexadecimal digits after '\\" +
                           text_[position_ + 1] + "'");
      }
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (value > 0x10FFFF) return Fail(digits + 2, "there is no character beyond U+10FFFF");
    bool is_surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (is_surrogate) return Fail(digits + 2, RefusalMessage("surrogate escapes are"));
    if (is_bytes_) {
      decoded_ += static_cast<char>(value);
    } else {
      AppendCodePoint(decoded_, value);
    }
    position_ += digits + 2;
    return true;
  }

  bool RefuseNamed() {
    bool has_brace = position_ + 2 < text_.size() && text_[position_ + 2] == '{';
    return Fail(2, has_brace ? RefusalMessage("named escapes are") : "expected '{' after '\\N'");
  }

  bool Fail(size_t length, std::string message) {
    AddMistake(mistakes_, position_, position_ + length, std::move(message));
    return false;
  }

  std::string_view text_;
  size_t position_;
  bool is_bytes_;
  std::string& decoded_;
  Mistakes& mistakes_;
};

}  // namespace

bool AppendDecoded(std::string_view text, size_t begin, size_t end, EscapeRules rules,
                   std::string& decoded, Mistakes& mistakes) {
  if (rules == EscapeRules::kRaw) {
    AppendPlain(text.substr(begin, end - begin), decoded);
    return true;
  }
  bool is_bytes = rules == EscapeRules::kBytes;
  return EscapeDecoder(text, begin, end, is_bytes, decoded, mistakes).Run();
}

}  // namespace streplay::script
