#include "report/markdown_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {
namespace {

size_t LongestRunOfBackquotes(std::string_view text) {
  size_t longest = 0;
  size_t run = 0;
  for (char letter : text) {
    run = letter == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

}  // namespace

// Addresses and names of people become links without any bracket: `:` and `.` in front of what
// could be one, and `@`, do not survive as themselves.
std::string MarkdownText(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]<>()#|~!&@$:^=";
  std::string escaped;
  std::string visible = EscapeControls(text);
  for (size_t i = 0; i < visible.size(); ++i) {
    bool is_www = visible[i] == '.' && i >= 3 && visible.compare(i - 3, 3, "www") == 0;
    if (is_www || kSpecial.find(visible[i]) != std::string_view::npos) escaped += '\\';
    escaped += visible[i];
  }
  return escaped;
}

// A span ends at a run of backquotes as long as the one that opens it. One blank at both ends is
// not part of it.
std::string MarkdownCode(std::string_view text) {
  std::string visible = EscapeControls(text);
  if (visible.empty()) return "(nothing)";
  std::string fence(LongestRunOfBackquotes(visible) + 1, '`');
  bool is_plain = fence.size() == 1 && visible.front() != ' ' && visible.back() != ' ';
  std::string pad = is_plain ? "" : " ";
  return fence + pad + visible + pad + fence;
}

std::string MarkdownLine(std::string_view text) {
  return EscapeControls(text);
}

}  // namespace streplay
