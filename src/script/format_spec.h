// The format specification mini-language: what format(), f-strings and str.format() accept after
// the colon, for str, int and float. Texts and error messages are CPython 3.11's.
#ifndef STREPLAY_SCRIPT_FORMAT_SPEC_H_
#define STREPLAY_SCRIPT_FORMAT_SPEC_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "script/plain_result.h"

namespace streplay::script {

enum class FormattedType { kStr, kInt, kFloat };

enum class Grouping { kNone, kComma, kUnderscore, kUnderscoreByFour };

// One parsed specification. 0 stands for an absent character.
struct FormatSpec {
  std::string fill = " ";  // one code point
  char align = 0;          // '<' '>' '=' '^'
  char sign = 0;           // '+' '-' ' '
  bool no_negative_zero = false;
  bool alternate = false;
  int64_t width = -1;
  Grouping grouping = Grouping::kNone;
  int64_t precision = -1;
  char32_t type = 0;
};

// `type_name` is the name of the value's class, which messages show.
PlainResult<FormatSpec> ParseFormatSpec(std::string_view text, FormattedType type,
                                        std::string_view type_name);

// format(value, spec). A text that would have more than `limit` code points is refused (kLimit).
// `type_name` may be that of a class derived from the built-in one.
PlainResult<std::string> FormatText(std::string_view value, std::string_view spec, size_t limit,
                                    std::string_view type_name = "str");
PlainResult<std::string> FormatInt(int64_t value, std::string_view spec, size_t limit,
                                   std::string_view type_name = "int");
PlainResult<std::string> FormatFloat(double value, std::string_view spec, size_t limit,
                                     std::string_view type_name = "float");

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_FORMAT_SPEC_H_
