#include "script/text_repr.h"

#include "base/utf8.h"
#include "script/unicode_properties.h"

namespace streplay::script {

std::string TextRepr(std::string_view text) {
  bool has_single = text.find('\'') != std::string_view::npos;
  bool has_double = text.find('"') != std::string_view::npos;
  char quote = has_single && !has_double ? '"' : '\'';
  std::string result(1, quote);
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    char32_t c = next.code_point;
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      result += '\\';
      result += static_cast<char>(c);
    } else if (!IsPrintable(c)) {
      AppendEscape(result, c);
    } else {
      result += text.substr(offset, next.length);
    }
    offset += next.length;
  }
  return result + quote;
}

std::string EscapeNonAscii(std::string_view repr) {
  std::string result;
  for (size_t offset = 0; offset < repr.size();) {
    DecodedCodePoint next = DecodeCodePoint(repr, offset);
    if (next.code_point < 128) {
      result += repr[offset];
    } else {
      AppendEscape(result, next.code_point);
    }
    offset += next.length;
  }
  return result;
}

}  // namespace streplay::script
