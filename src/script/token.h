// Token: a kind and a stretch of the script's text. Tokens own nothing.
#ifndef STREPLAY_SCRIPT_TOKEN_H_
#define STREPLAY_SCRIPT_TOKEN_H_

#include <cstdint>
#include <string_view>

namespace streplay::script {

enum class TokenKind : uint8_t {
#define STREPLAY_TOKEN(name) k##name,
#define STREPLAY_KEYWORD(name, text) k##name,
#define STREPLAY_PUNCTUATION(name, text) k##name,
#include "script/token.def"
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  uint32_t begin = 0;  // byte offsets into the script's text
  uint32_t end = 0;
};

// The spelling of a keyword or of punctuation; empty for other kinds.
std::string_view TokenText(TokenKind kind);

// The keyword spelled `word`, else kName.
TokenKind KeywordOrName(std::string_view word);

// The longest punctuation that `text` starts with, else kError.
TokenKind PunctuationAt(std::string_view text);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TOKEN_H_
