// Escapes in string literals.
#ifndef STREPLAY_SCRIPT_PARSER_ESCAPES_H_
#define STREPLAY_SCRIPT_PARSER_ESCAPES_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "script/parser_mistakes.h"

namespace streplay::script {

enum class EscapeRules { kRaw, kText, kBytes };

// Appends what bytes [begin, end) of a script's text, which are inside a literal, stand for. A line
// break is always "\n". Mistakes are reported at the backslash; false when there was one.
bool AppendDecoded(std::string_view text, size_t begin, size_t end, EscapeRules rules,
                   std::string& decoded, Mistakes& mistakes);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARSER_ESCAPES_H_
