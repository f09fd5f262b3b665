// Both sides are cut around the place where they part before they are laid out, so that the place
// is seen whatever the width.
#include "report/difference_list.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/difference_text.h"

namespace streplay {
namespace {

constexpr std::string_view kIndent = "      ";
constexpr std::string_view kExpected = "expected  ";
constexpr std::string_view kGot = "got  ";
constexpr std::string_view kBetween = " │ ";

// The rows of a column that is so many cells wide.
std::vector<std::string> Wrap(std::string_view text, size_t cells) {
  std::vector<std::string> rows(1);
  size_t width = 0;
  for (size_t offset = 0; offset < text.size();) {
    size_t length = std::max<size_t>(DecodeCodePoint(text, offset).length, 1);
    std::string_view code_point = text.substr(offset, length);
    size_t wide = DisplayWidth(code_point);
    if (width + wide > cells && width > 0) {
      rows.emplace_back();
      width = 0;
    }
    rows.back() += code_point;
    width += wide;
    offset += length;
  }
  return rows;
}

void PrintSideBySide(const BothSides& sides, const Style& style, size_t columns,
                     std::ostream& out) {
  size_t labels = kIndent.size() + kExpected.size() + DisplayWidth(kBetween) + kGot.size();
  size_t cells = (columns - labels) / 2;
  // Escaped before they are wrapped: an escape is wider than what it stands for.
  std::vector<std::string> left = Wrap(EscapeControls(sides.expected), cells);
  std::vector<std::string> right = Wrap(EscapeControls(sides.got), cells);
  size_t count = std::max(left.size(), right.size());
  left.resize(count);
  right.resize(count);
  for (size_t i = 0; i < count; ++i) {
    std::string_view expected = i == 0 ? kExpected : std::string_view();
    std::string_view got = i == 0 ? kGot : std::string_view();
    out << kIndent << expected << PaddingTo(expected, kExpected.size())
        << style.In(Colour::kGreen, left[i]) << PaddingTo(left[i], cells) << kBetween << got;
    if (!right[i].empty()) {
      out << PaddingTo(got, kGot.size()) << style.In(Colour::kRed, right[i]);
    }
    out << "\n";
  }
}

void PrintDifference(const ReportedDifference& reported, const std::string& golden_path,
                     const Style& style, size_t columns, std::ostream& out) {
  const Difference& difference = reported.difference;
  std::string place = golden_path;
  if (reported.golden_line > 0) place += ":" + std::to_string(reported.golden_line);
  out << "    " << EscapeControls(DifferenceSentence(difference)) << "  "
      << style.In(Colour::kDim, place) << "\n";
  PrintBothSides(difference.expected.value_or("(nothing)"), difference.got.value_or("(nothing)"),
                 style, columns, out);
}

}  // namespace

void PrintDifferences(const std::vector<ReportedDifference>& differences,
                      const std::string& golden_path, const Style& style, size_t columns,
                      std::ostream& out) {
  size_t shown = std::min(differences.size(), kMaxDifferencesOfResult);
  int run = -1;
  for (size_t i = 0; i < shown; ++i) {
    const ReportedDifference& reported = differences[i];
    if (reported.difference.run != run && reported.difference.run > 0) {
      run = reported.difference.run;
      out << "  " << style.In(Colour::kBold, "run " + std::to_string(run));
      if (!reported.origin.step.empty()) out << " · " << EscapeControls(reported.origin.step);
      std::string place = PlaceText(reported.origin.range);
      if (!place.empty()) out << "  " << style.In(Colour::kDim, place);
      out << "\n";
    }
    PrintDifference(reported, golden_path, style, columns, out);
  }
  if (shown < differences.size()) {
    out << "    … and " << Counted(differences.size() - shown, "difference") << " more\n";
  }
}

void PrintBothSides(const std::string& expected, const std::string& got, const Style& style,
                    size_t columns, std::ostream& out) {
  BothSides sides = ExcerptBoth(expected, got);
  if (columns >= kSideBySideColumns) return PrintSideBySide(sides, style, columns, out);
  out << kIndent << "expected  " << style.In(Colour::kGreen, sides.expected) << "\n"
      << kIndent << "got       " << style.In(Colour::kRed, sides.got) << "\n";
}

std::string PlaceText(const SourceRange& range) {
  if (!range.source) return "";
  return range.source->name() + ":" + std::to_string(range.begin.line);
}

}  // namespace streplay
