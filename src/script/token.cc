// Both searches go by the first character: a list of the spellings that start with it, the longest
// first for punctuation.
#include "script/token.h"

#include <algorithm>
#include <array>
#include <vector>

namespace streplay::script {
namespace {

struct Spelling {
  TokenKind kind;
  std::string_view text;
};

using SpellingsByFirst = std::array<std::vector<Spelling>, 128>;

SpellingsByFirst IndexByFirst(std::initializer_list<Spelling> spellings) {
  SpellingsByFirst index;
  for (const Spelling& spelling : spellings) {
    index[static_cast<size_t>(spelling.text[0])].push_back(spelling);
  }
  for (std::vector<Spelling>& list : index) {
    std::stable_sort(list.begin(), list.end(), [](const Spelling& a, const Spelling& b) {
      return a.text.size() > b.text.size();
    });
  }
  return index;
}

const std::vector<Spelling>& StartingWith(const SpellingsByFirst& index, char first) {
  static const std::vector<Spelling> kNone;
  auto byte = static_cast<unsigned char>(first);
  return byte < index.size() ? index[byte] : kNone;
}

}  // namespace

std::string_view TokenText(TokenKind kind) {
  switch (kind) {
#define STREPLAY_KEYWORD(name, text) \
  case TokenKind::k##name:           \
    return text;
#define STREPLAY_PUNCTUATION(name, text) \
  case TokenKind::k##name:               \
    return text;
#include "script/token.def"
    default:
      return {};
  }
}

TokenKind KeywordOrName(std::string_view word) {
  static const SpellingsByFirst kKeywords = IndexByFirst({
#define STREPLAY_KEYWORD(name, text) {TokenKind::k##name, text},
#include "script/token.def"
  });
  for (const Spelling& spelling : StartingWith(kKeywords, word[0])) {
    if (spelling.text == word) return spelling.kind;
  }
  return TokenKind::kName;
}

TokenKind PunctuationAt(std::string_view text) {
  static const SpellingsByFirst kPunctuation = IndexByFirst({
#define STREPLAY_PUNCTUATION(name, text) {TokenKind::k##name, text},
#include "script/token.def"
  });
  for (const Spelling& spelling : StartingWith(kPunctuation, text[0])) {
    if (text.substr(0, spelling.text.size()) == spelling.text) return spelling.kind;
  }
  return TokenKind::kError;
}

}  // namespace streplay::script
