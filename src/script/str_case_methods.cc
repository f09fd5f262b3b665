// The methods of str that change or ask about the case and the kind of characters.
#include "base/utf8.h"
#include "script/operations.h"
#include "script/str_methods.h"
#include "script/text_search.h"
#include "script/unicode_properties.h"

namespace streplay::script {
namespace {

using Values = std::span<const Value>;

template <std::string (*Convert)(std::string_view)>
Value Converted(Interpreter& interpreter, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  if (!CountTextWork(interpreter, text.size() * 8)) return {};
  return MakeText(interpreter, Convert(text));
}

// Whether the text is not empty and all characters have the property.
template <bool (*Has)(char32_t)>
Value AllHave(Interpreter& interpreter, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  if (!CountTextWork(interpreter, text.size() * 8)) return {};
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    if (!Has(next.code_point)) return Value::Bool(false);
    offset += next.length;
  }
  return Value::Bool(!text.empty());
}

bool IsAlphanumeric(char32_t c) {
  return IsAlpha(c) || IsDecimal(c) || IsDigit(c) || IsNumeric(c);
}

Value StrIsPrintable(Interpreter& interpreter, Values arguments) {
  if (StringSelf(arguments).length() == 0) return Value::Bool(true);
  return AllHave<&IsPrintable>(interpreter, arguments);
}

Value StrIsAscii(Interpreter&, Values arguments) {
  return Value::Bool(StringSelf(arguments).is_ascii());
}

// Some character has the wanted case and none has another.
template <bool (*Wanted)(char32_t), bool (*Unwanted)(char32_t)>
Value HasOnlyCase(Interpreter& interpreter, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  if (!CountTextWork(interpreter, text.size() * 8)) return {};
  bool any = false;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    if (Unwanted(next.code_point) || IsTitlecase(next.code_point)) return Value::Bool(false);
    any = any || Wanted(next.code_point);
    offset += next.length;
  }
  return Value::Bool(any);
}

// Upper and title case only at the start of words, lower case only inside them.
Value StrIsTitle(Interpreter& interpreter, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  if (!CountTextWork(interpreter, text.size() * 8)) return {};
  bool any = false;
  bool in_word = false;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    offset += next.length;
    bool starts_word = IsUpper(next.code_point) || IsTitlecase(next.code_point);
    bool continues_word = !starts_word && IsLower(next.code_point);
    if ((starts_word && in_word) || (continues_word && !in_word)) return Value::Bool(false);
    in_word = starts_word || continues_word;
    any = any || in_word;
  }
  return Value::Bool(any);
}

Value StrIsIdentifier(Interpreter&, Values arguments) {
  const std::string& text = StringSelf(arguments).text();
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint next = DecodeCodePoint(text, offset);
    bool fits =
        offset == 0 ? IsIdentifierStart(next.code_point) : IsIdentifierContinue(next.code_point);
    if (!fits) return Value::Bool(false);
    offset += next.length;
  }
  return Value::Bool(!text.empty());
}

constexpr NativeFunction kMethods[] = {
    {"capitalize", "", &Converted<&CapitalizedText>},
    {"casefold", "", &Converted<&CasefoldText>},
    {"isalnum", "", &AllHave<&IsAlphanumeric>},
    {"isalpha", "", &AllHave<&IsAlpha>},
    {"isascii", "", &StrIsAscii},
    {"isdecimal", "", &AllHave<&IsDecimal>},
    {"isdigit", "", &AllHave<&IsDigit>},
    {"isidentifier", "", &StrIsIdentifier},
    {"islower", "", &HasOnlyCase<&IsLower, &IsUpper>},
    {"isnumeric", "", &AllHave<&IsNumeric>},
    {"isprintable", "", &StrIsPrintable},
    {"isspace", "", &AllHave<&IsWhitespace>},
    {"istitle", "", &StrIsTitle},
    {"isupper", "", &HasOnlyCase<&IsUpper, &IsLower>},
    {"lower", "", &Converted<&LowerText>},
    {"swapcase", "", &Converted<&SwapcaseText>},
    {"title", "", &Converted<&TitleText>},
    {"upper", "", &Converted<&UpperText>},
};

}  // namespace

std::span<const NativeFunction> StringCaseMethods() {
  return kMethods;
}

}  // namespace streplay::script
