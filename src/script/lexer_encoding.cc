// A comment on the first line, or on the second one when the first has nothing else, declares the
// encoding when it has `coding`, a colon or an equals sign, and a name.
#include <algorithm>

#include "script/lexer.h"
#include "script/refusal.h"

namespace streplay::script {
namespace {

bool IsEncodingCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

// The encoding that a comment declares; empty when it declares none.
std::string_view DeclaredEncoding(std::string_view comment) {
  constexpr std::string_view kWord = "coding";
  for (size_t at = comment.find(kWord); at != std::string_view::npos;
       at = comment.find(kWord, at + 1)) {
    size_t begin = at + kWord.size();
    if (begin >= comment.size() || (comment[begin] != ':' && comment[begin] != '=')) continue;
    begin = comment.find_first_not_of(" \t", begin + 1);
    if (begin == std::string_view::npos) continue;
    size_t end = begin;
    while (end < comment.size() && IsEncodingCharacter(comment[end])) ++end;
    if (end > begin) return comment.substr(begin, end - begin);
  }
  return {};
}

bool IsUtf8(std::string_view encoding) {
  std::string name;
  for (char c : encoding) name += c == '_' ? '-' : static_cast<char>(c | (c >= 'A' ? 0x20 : 0));
  return name == "utf-8" || name == "utf8" || name.starts_with("utf-8-");
}

}  // namespace

void CheckEncodingDeclaration(std::string_view text, Mistakes& mistakes) {
  size_t start = 0;
  for (int line = 1; line <= 2 && start < text.size(); ++line) {
    size_t end = std::min(text.find('\n', start), text.size());
    size_t first = text.find_first_not_of(" \t\f\r", start);
    if (first < end && text[first] != '#') return;
    if (first < end) {
      std::string_view encoding = DeclaredEncoding(text.substr(first, end - first));
      if (!encoding.empty() && !IsUtf8(encoding)) {
        AddMistake(mistakes, first, end,
                   RefusalMessage("encoding declarations other than UTF-8 are"));
      }
      if (!encoding.empty()) return;
    }
    start = end + 1;
  }
}

}  // namespace streplay::script
