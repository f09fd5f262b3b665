// Matches are found by the algorithm of Knuth, Morris and Pratt: linear, whatever the texts.
#include "scenario/script_edit.h"

#include <algorithm>
#include <vector>

#include "base/check.h"

namespace streplay {
namespace {

size_t CountLineBreaks(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A text that ends in '\n' has no further line.
size_t CountLines(std::string_view text) {
  return CountLineBreaks(text) + (text.empty() || text.back() == '\n' ? 0 : 1);
}

// For each beginning of `find`: the length of its longest proper beginning that is also its end.
std::vector<size_t> Fallbacks(std::string_view find) {
  std::vector<size_t> fallback(find.size(), 0);
  for (size_t i = 1, matched = 0; i < find.size(); ++i) {
    while (matched > 0 && find[matched] != find[i]) matched = fallback[matched - 1];
    if (find[matched] == find[i]) ++matched;
    fallback[i] = matched;
  }
  return fallback;
}

// Whether what follows `before` and `inserted` starts a line.
bool StartsLine(std::string_view before, std::string_view inserted) {
  std::string_view last = inserted.empty() ? before : inserted;
  return last.empty() || last.back() == '\n';
}

// `fallback` stands for a replacement without lines: nothing is put in.
LineOrigin ReplacementLine(const MappedText& replacement, size_t index,
                           const LineOrigin& fallback) {
  if (replacement.origins.empty()) return {fallback.source, fallback.begin, false};
  return replacement.origins[std::min(index, replacement.origins.size() - 1)];
}

}  // namespace

Matches FindMatches(std::string_view text, std::string_view find) {
  STREPLAY_CHECK(!find.empty());
  std::vector<size_t> fallback = Fallbacks(find);
  Matches matches;
  size_t matched = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    while (matched > 0 && (matched == find.size() || find[matched] != text[i])) {
      matched = fallback[matched - 1];
    }
    if (find[matched] == text[i]) ++matched;
    if (matched == find.size() && ++matches.count == 1) matches.first = i + 1 - find.size();
  }
  return matches;
}

MappedText ReplaceText(const MappedText& text, size_t offset, size_t length,
                       const MappedText& replacement) {
  std::string_view whole = text.text;
  STREPLAY_CHECK(length > 0 && offset + length <= whole.size());
  std::string_view before = whole.substr(0, offset);
  std::string_view replaced = whole.substr(offset, length);
  std::string_view after = whole.substr(offset + length);

  MappedText edited;
  edited.text.append(before).append(replacement.text).append(after);
  size_t first_line = CountLineBreaks(before);
  size_t changed_lines = CountLineBreaks(replacement.text) + 1;
  size_t line_count = CountLines(edited.text);
  // The old line on which `after` starts goes into the last changed line, unless whole lines were
  // replaced by whole lines.
  size_t old_line = first_line + CountLineBreaks(replaced) + 1;
  if (replaced.ends_with('\n') && StartsLine(before, replacement.text)) {
    --changed_lines;
    --old_line;
  }
  for (size_t line = 0; line < line_count; ++line) {
    if (line < first_line) {
      edited.origins.push_back(text.origins[line]);
    } else if (line < first_line + changed_lines) {
      const LineOrigin& old = text.origins[std::min(first_line, text.origins.size() - 1)];
      LineOrigin origin = ReplacementLine(replacement, line - first_line, old);
      // Where the line starts as it did before, the columns are not those of the replacement.
      if (line == first_line && !StartsLine(before, {})) origin.is_literal = false;
      edited.origins.push_back(origin);
    } else {
      edited.origins.push_back(text.origins[old_line++]);
    }
  }
  return edited;
}

}  // namespace streplay
