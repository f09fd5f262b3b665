#include "report/style.h"

#include <algorithm>

#include "base/utf8.h"

namespace streplay {
namespace {

const char* Sequence(Colour colour) {
  switch (colour) {
    case Colour::kRed:
      return "\x1b[31m";
    case Colour::kGreen:
      return "\x1b[32m";
    case Colour::kYellow:
      return "\x1b[33m";
    case Colour::kBlue:
      return "\x1b[34m";
    case Colour::kCyan:
      return "\x1b[36m";
    case Colour::kDim:
      return "\x1b[2m";
    case Colour::kBold:
      return "\x1b[1m";
  }
  return "";
}

}  // namespace

std::string Style::In(Colour colour, std::string_view text) const {
  std::string visible = EscapeControls(text);
  if (!has_colour_ || visible.empty()) return visible;
  return Sequence(colour) + visible + "\x1b[0m";
}

std::string CutToWidth(std::string_view text, size_t cells) {
  if (DisplayWidth(text) <= cells) return std::string(text);
  std::string cut;
  size_t width = 0;
  for (size_t offset = 0; offset < text.size();) {
    size_t length = DecodeCodePoint(text, offset).length;
    if (length == 0) length = 1;
    std::string_view code_point = text.substr(offset, length);
    width += DisplayWidth(code_point);
    if (width + 1 > cells) break;
    cut += code_point;
    offset += length;
  }
  return cut + "…";
}

std::string PaddingTo(std::string_view text, size_t cells) {
  size_t width = DisplayWidth(text);
  return std::string(width < cells ? cells - width : 0, ' ');
}

std::string IndentedLines(std::string_view text, std::string_view indent) {
  std::string lines;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    lines += indent;
    lines += FindInvalidUtf8(line) ? "(not UTF-8)" : EscapeControls(line);
    lines += '\n';
    begin = end + 1;
  }
  return lines;
}

std::string Counted(size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace streplay
