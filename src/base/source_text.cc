#include "base/source_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {
namespace {

struct LineAndColumn {
  size_t line_index = 0;  // 0-based
  int column = 1;         // 1-based, in code points
};

LineAndColumn Locate(std::string_view text, size_t offset) {
  std::string_view before = text.substr(0, offset);
  size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  auto breaks = static_cast<size_t>(std::count(before.begin(), before.end(), '\n'));
  return {breaks, static_cast<int>(CountCodePoints(before.substr(line_start))) + 1};
}

}  // namespace

SourceText::SourceText(std::string name, std::string text, int first_line)
    : name_(std::move(name)), text_(std::move(text)), first_line_(first_line), line_starts_{0} {
  for (size_t offset = 0; offset < text_.size(); ++offset) {
    if (text_[offset] == '\n') line_starts_.push_back(offset + 1);
  }
}

Position SourceText::PositionAt(size_t offset) const {
  offset = std::min(offset, text_.size());
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  size_t start = *std::prev(after);
  size_t column = CountCodePoints(std::string_view(text_).substr(start, offset - start)) + 1;
  auto line = static_cast<int>(std::prev(after) - line_starts_.begin()) + first_line_;
  return {line, static_cast<int>(column)};
}

std::string_view SourceText::Line(int line) const {
  if (!HasLine(line)) return {};
  auto index = static_cast<size_t>(line - first_line_);
  size_t start = line_starts_[index];
  size_t end = index + 1 == line_starts_.size() ? text_.size() : line_starts_[index + 1] - 1;
  std::string_view content = std::string_view(text_).substr(start, end - start);
  if (!content.empty() && content.back() == '\r') content.remove_suffix(1);
  return content;
}

SourceRange MappedText::RangeAt(size_t begin, size_t end) const {
  if (origins.empty()) return {};
  auto position = [this](size_t offset) {
    LineAndColumn at = Locate(text, std::min(offset, text.size()));
    if (at.line_index >= origins.size()) {  // just after the last line break
      const Position& last = origins.back().begin;
      return Position{last.line + 1, last.column};
    }
    const LineOrigin& origin = origins[at.line_index];
    int shift = origin.is_literal ? at.column - 1 : 0;
    return Position{origin.begin.line, origin.begin.column + shift};
  };
  size_t line_index =
      std::min(Locate(text, std::min(begin, text.size())).line_index, origins.size() - 1);
  return {origins[line_index].source, position(begin), position(std::max(begin, end))};
}

MappedText Concatenate(const MappedText& first, const MappedText& second) {
  MappedText whole = first;
  if (!whole.text.empty() && whole.text.back() != '\n') whole.text += '\n';
  whole.text += second.text;
  whole.origins.insert(whole.origins.end(), second.origins.begin(), second.origins.end());
  return whole;
}

}  // namespace streplay
