// What Unicode says of a character, as CPython 3.11's str methods ask it (Unicode 14).
#ifndef STREPLAY_SCRIPT_UNICODE_PROPERTIES_H_
#define STREPLAY_SCRIPT_UNICODE_PROPERTIES_H_

#include <string>
#include <string_view>

namespace streplay::script {

bool IsAlpha(char32_t c);
bool IsDecimal(char32_t c);
bool IsDigit(char32_t c);
bool IsNumeric(char32_t c);
bool IsLower(char32_t c);
bool IsUpper(char32_t c);
bool IsTitlecase(char32_t c);
bool IsCased(char32_t c);  // lower, upper or title case
bool IsWhitespace(char32_t c);
bool IsPrintable(char32_t c);
bool IsIdentifierStart(char32_t c);
bool IsIdentifierContinue(char32_t c);

// 0 to 9, or -1 when the character is no decimal digit of any script.
int DecimalValue(char32_t c);

// What str.splitlines() breaks at (besides "\r\n" as one).
bool IsLineBreak(char32_t c);

// Whole texts in another case; UTF-8 in and out. Mappings may change the length ("ß" to "SS"), and
// a capital sigma at the end of a word becomes a final one.
std::string UpperText(std::string_view text);
std::string LowerText(std::string_view text);
std::string CasefoldText(std::string_view text);
std::string TitleText(std::string_view text);        // str.title()
std::string CapitalizedText(std::string_view text);  // str.capitalize()
std::string SwapcaseText(std::string_view text);     // str.swapcase()

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_UNICODE_PROPERTIES_H_
