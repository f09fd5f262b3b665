// Dedent works as textwrap.dedent does: blank lines lose their blanks first and have no say in the
// margin; every other line's leading spaces and tabs are compared character by character.
#include "runtime/clean_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "script/unicode_properties.h"

namespace streplay {
namespace {

constexpr std::string_view kMarginCharacters = " \t";

std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.push_back(text);
  return lines;
}

std::string_view Indent(std::string_view line) {
  return line.substr(0, line.find_first_not_of(kMarginCharacters));
}

std::string_view CommonPrefix(std::string_view a, std::string_view b) {
  auto [end, unused] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return a.substr(0, static_cast<size_t>(end - a.begin()));
}

}  // namespace

std::string Dedent(std::string_view text) {
  std::vector<std::string_view> lines = SplitLines(text);
  std::optional<std::string_view> margin;
  for (std::string_view& line : lines) {
    std::string_view indent = Indent(line);
    if (indent.size() == line.size()) {
      line = {};
      continue;
    }
    margin = margin ? CommonPrefix(*margin, indent) : indent;
  }
  size_t width = margin.value_or("").size();
  std::string result;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) result += '\n';
    result += lines[i].substr(std::min(width, lines[i].size()));
  }
  return result;
}

std::string_view StripText(std::string_view text) {
  auto is_blank_at = [text](size_t offset) {
    return script::IsWhitespace(DecodeCodePoint(text, offset).code_point);
  };
  size_t begin = 0;
  while (begin < text.size() && is_blank_at(begin)) begin += DecodeCodePoint(text, begin).length;
  size_t end = text.size();
  while (end > begin) {
    size_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!is_blank_at(last)) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string CleanText(std::string_view text) {
  return std::string(StripText(Dedent(text)));
}

}  // namespace streplay
