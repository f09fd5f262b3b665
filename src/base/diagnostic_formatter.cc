// A range is shown on its first line only: the caret line underlines from the first character to
// the end of the range or of the line. Lines over kMaxShown cells are cut to a window around the
// caret.
#include "base/diagnostic_formatter.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {
namespace {

constexpr size_t kMaxShown = 100;    // code points of a source line
constexpr size_t kContextLeft = 40;  // of those, before the caret of a cut line

// Tabs become one blank, so that a column is a code point; other controls become visible.
std::string Shown(std::string_view text) {
  std::string blanks(text);
  std::replace(blanks.begin(), blanks.end(), '\t', ' ');
  return EscapeControls(blanks);
}

std::string_view Slice(std::string_view text, size_t begin, size_t end) {
  size_t from = OffsetOfCodePoint(text, begin);
  return text.substr(from, OffsetOfCodePoint(text, end) - from);
}

struct Excerpt {
  std::string line;
  std::string underline;
};

Excerpt MakeExcerpt(std::string_view line, size_t begin, size_t end) {
  size_t length = CountCodePoints(line);
  size_t first = 0;
  if (length > kMaxShown && begin > kContextLeft) first = begin - kContextLeft;
  size_t last = std::min(length, first + kMaxShown);
  end = std::clamp(end, begin, last);
  std::string lead = first > 0 ? "..." : "";
  std::string before = lead + Shown(Slice(line, first, begin));
  std::string marked = Shown(Slice(line, begin, end));
  std::string after = Shown(Slice(line, end, last)) + (last < length ? "..." : "");
  size_t tildes = std::max<size_t>(DisplayWidth(marked), 1) - 1;
  return {before + marked + after,
          std::string(DisplayWidth(before), ' ') + "^" + std::string(tildes, '~')};
}

}  // namespace

std::string FormatDiagnostic(const Diagnostic& diagnostic) {
  const SourceRange& range = diagnostic.range;
  std::string text = range.source ? EscapeControls(range.source->name()) : "streplay";
  if (range.begin.line > 0) {
    text += ":" + std::to_string(range.begin.line) + ":" + std::to_string(range.begin.column);
  }
  text += ": " + std::string(SeverityName(diagnostic.severity)) + ": " +
          EscapeControls(diagnostic.message) + "\n";
  std::string number = std::to_string(range.begin.line);
  std::string margin(number.size(), ' ');
  if (range.source && range.source->HasLine(range.begin.line)) {
    std::string_view line = range.source->Line(range.begin.line);
    size_t length = CountCodePoints(line);
    size_t begin = std::min(static_cast<size_t>(range.begin.column - 1), length);
    bool one_line = range.end.line == range.begin.line && range.end.column > range.begin.column;
    size_t end = one_line ? static_cast<size_t>(range.end.column - 1) : begin + 1;
    Excerpt excerpt = MakeExcerpt(line, begin, end);
    text += "  " + number + " | " + excerpt.line + "\n";
    text += "  " + margin + " | " + excerpt.underline + "\n";
  }
  if (!diagnostic.hint.empty()) {
    text += "  " + margin + " = " + EscapeControls(diagnostic.hint) + "\n";
  }
  return text;
}

std::string FormatDiagnostics(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += FormatDiagnostic(diagnostic);
  return text;
}

}  // namespace streplay
