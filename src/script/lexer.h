// The lexer: a script's text as tokens, by CPython's rules for lines, indentation, joining, names,
// numbers and strings. What it rejects is reported once and becomes a kError token (or, for numbers
// and indentation, the token that it most likely was meant to be), so that a parser can go on.
#ifndef STREPLAY_SCRIPT_LEXER_H_
#define STREPLAY_SCRIPT_LEXER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "script/parser_mistakes.h"
#include "script/token.h"

namespace streplay::script {

struct LexResult {
  std::vector<Token> tokens;  // the last one is kEnd
  // The first bracket that is still open at the end of the text.
  std::optional<size_t> unclosed_bracket;
};

// The whole script: kNewline, kIndent and kDedent included. `text` is valid UTF-8 below 4 GiB.
LexResult LexScript(std::string_view text, Mistakes& mistakes);

// The expression of an f-string field, bytes [begin, end) of `text`: line breaks are blanks there.
LexResult LexField(std::string_view text, size_t begin, size_t end, Mistakes& mistakes);

// Reports an encoding declaration (PEP 263) that is not UTF-8: CPython would read the file in it.
void CheckEncodingDeclaration(std::string_view text, Mistakes& mistakes);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LEXER_H_
