#include "base/utf8.h"
#include "script/table_file.h"
#include "script/text_repr.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

constexpr char32_t kEnd = 0x110000;

std::string Hexadecimal(uint64_t value) {
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[value >> shift & 15];
  return text;
}

// The FNV-1a hash of what a function makes of every code point.
template <class Function>
std::string HashEvery(Function function) {
  uint64_t hash = 0xcbf29ce484222325;
  for (char32_t c = 0; c < kEnd; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    for (char byte : function(c)) {
      hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
  }
  return Hexadecimal(hash);
}

using TextFunction = std::string (*)(std::string_view);
using Predicate = bool (*)(char32_t);

TextFunction TextFunctionOf(const std::string& name) {
  if (name == "upper") return &UpperText;
  if (name == "lower") return &LowerText;
  if (name == "title") return &TitleText;
  if (name == "casefold") return &CasefoldText;
  if (name == "swapcase") return &SwapcaseText;
  if (name == "capitalize") return &CapitalizedText;
  if (name == "repr") return &TextRepr;
  if (name == "ascii") return [](std::string_view text) { return EscapeNonAscii(TextRepr(text)); };
  return nullptr;
}

Predicate PredicateOf(const std::string& name) {
  if (name == "isalpha") return &IsAlpha;
  if (name == "isdecimal") return &IsDecimal;
  if (name == "isdigit") return &IsDigit;
  if (name == "isnumeric") return &IsNumeric;
  if (name == "islower") return &IsLower;
  if (name == "isupper") return &IsUpper;
  if (name == "isspace") return &IsWhitespace;
  if (name == "isprintable") return &IsPrintable;
  if (name == "start") return [](char32_t c) { return IsIdentifierStart(c) || c == '_'; };
  if (name == "continue") return &IsIdentifierContinue;
  return nullptr;
}

std::string HashOf(const std::string& name) {
  if (TextFunction function = TextFunctionOf(name)) {
    return HashEvery([&](char32_t c) {
      std::string text;
      AppendCodePoint(text, c);
      return function(text);
    });
  }
  if (Predicate predicate = PredicateOf(name)) {
    return HashEvery([&](char32_t c) { return std::string(1, predicate(c) ? '\1' : '\0'); });
  }
  return HashEvery([](char32_t c) { return std::string(1, static_cast<char>(DecimalValue(c))); });
}

}  // namespace

TEST_CASE("case mappings, properties and reprs of characters are CPython's") {
  for (const TableRow& row : ReadTable("text")) {
    INFO(row[0] << " " << row[1]);
    if (row[0] == "every") {
      CHECK(HashOf(row[1]) == row[2]);
    } else {
      CHECK(TextFunctionOf(row[0])(Unescape(row[1])) == Unescape(row[2]));
    }
  }
}

}  // namespace streplay::script
