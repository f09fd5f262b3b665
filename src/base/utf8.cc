#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace streplay {
namespace {

struct CodePointRange {
  char32_t first;
  char32_t last;
};

// East Asian Wide and Fullwidth blocks and the emoji blocks, as terminals draw them.
constexpr std::array kWide = {CodePointRange{0x1100, 0x115F},   CodePointRange{0x231A, 0x231B},
                              CodePointRange{0x23E9, 0x23EC},   CodePointRange{0x23F0, 0x23F0},
                              CodePointRange{0x23F3, 0x23F3},   CodePointRange{0x25FD, 0x25FE},
                              CodePointRange{0x2614, 0x2615},   CodePointRange{0x2648, 0x2653},
                              CodePointRange{0x267F, 0x267F},   CodePointRange{0x2693, 0x2693},
                              CodePointRange{0x26A1, 0x26A1},   CodePointRange{0x26AA, 0x26AB},
                              CodePointRange{0x26BD, 0x26BE},   CodePointRange{0x26C4, 0x26C5},
                              CodePointRange{0x26CE, 0x26CE},   CodePointRange{0x26D4, 0x26D4},
                              CodePointRange{0x26EA, 0x26EA},   CodePointRange{0x26F2, 0x26F3},
                              CodePointRange{0x26F5, 0x26F5},   CodePointRange{0x26FA, 0x26FA},
                              CodePointRange{0x26FD, 0x26FD},   CodePointRange{0x2705, 0x2705},
                              CodePointRange{0x270A, 0x270B},   CodePointRange{0x2728, 0x2728},
                              CodePointRange{0x274C, 0x274C},   CodePointRange{0x274E, 0x274E},
                              CodePointRange{0x2753, 0x2755},   CodePointRange{0x2757, 0x2757},
                              CodePointRange{0x2795, 0x2797},   CodePointRange{0x27B0, 0x27B0},
                              CodePointRange{0x27BF, 0x27BF},   CodePointRange{0x2B1B, 0x2B1C},
                              CodePointRange{0x2B50, 0x2B50},   CodePointRange{0x2B55, 0x2B55},
                              CodePointRange{0x2E80, 0x303E},   CodePointRange{0x3041, 0x33FF},
                              CodePointRange{0x3400, 0x4DBF},   CodePointRange{0x4E00, 0x9FFF},
                              CodePointRange{0xA000, 0xA4CF},   CodePointRange{0xA960, 0xA97F},
                              CodePointRange{0xAC00, 0xD7A3},   CodePointRange{0xF900, 0xFAFF},
                              CodePointRange{0xFE10, 0xFE19},   CodePointRange{0xFE30, 0xFE6F},
                              CodePointRange{0xFF00, 0xFF60},   CodePointRange{0xFFE0, 0xFFE6},
                              CodePointRange{0x16FE0, 0x18AFF}, CodePointRange{0x1B000, 0x1B2FF},
                              CodePointRange{0x1F004, 0x1F004}, CodePointRange{0x1F0CF, 0x1F0CF},
                              CodePointRange{0x1F18E, 0x1F18E}, CodePointRange{0x1F191, 0x1F19A},
                              CodePointRange{0x1F200, 0x1F320}, CodePointRange{0x1F32D, 0x1F335},
                              CodePointRange{0x1F337, 0x1F37C}, CodePointRange{0x1F37E, 0x1F393},
                              CodePointRange{0x1F3A0, 0x1F3CA}, CodePointRange{0x1F3CF, 0x1F3D3},
                              CodePointRange{0x1F3E0, 0x1F3F0}, CodePointRange{0x1F3F4, 0x1F3F4},
                              CodePointRange{0x1F3F8, 0x1F43E}, CodePointRange{0x1F440, 0x1F440},
                              CodePointRange{0x1F442, 0x1F4FC}, CodePointRange{0x1F4FF, 0x1F53D},
                              CodePointRange{0x1F54B, 0x1F54E}, CodePointRange{0x1F550, 0x1F567},
                              CodePointRange{0x1F57A, 0x1F57A}, CodePointRange{0x1F595, 0x1F596},
                              CodePointRange{0x1F5A4, 0x1F5A4}, CodePointRange{0x1F5FB, 0x1F64F},
                              CodePointRange{0x1F680, 0x1F6C5}, CodePointRange{0x1F6CC, 0x1F6CC},
                              CodePointRange{0x1F6D0, 0x1F6D2}, CodePointRange{0x1F6D5, 0x1F6D7},
                              CodePointRange{0x1F6DC, 0x1F6DF}, CodePointRange{0x1F6EB, 0x1F6EC},
                              CodePointRange{0x1F6F4, 0x1F6FC}, CodePointRange{0x1F7E0, 0x1F7EB},
                              CodePointRange{0x1F90C, 0x1F93A}, CodePointRange{0x1F93C, 0x1F945},
                              CodePointRange{0x1F947, 0x1F9FF}, CodePointRange{0x1FA70, 0x1FAFF},
                              CodePointRange{0x20000, 0x3FFFD}};

// Combining marks, joiners and variation selectors: drawn on the cell before them.
constexpr std::array kZeroWidth = {
    CodePointRange{0x0300, 0x036F},   CodePointRange{0x0483, 0x0489},
    CodePointRange{0x0591, 0x05BD},   CodePointRange{0x0610, 0x061A},
    CodePointRange{0x064B, 0x065F},   CodePointRange{0x0900, 0x0902},
    CodePointRange{0x093C, 0x093C},   CodePointRange{0x0941, 0x0948},
    CodePointRange{0x094D, 0x094D},   CodePointRange{0x0E31, 0x0E31},
    CodePointRange{0x0E34, 0x0E3A},   CodePointRange{0x0E47, 0x0E4E},
    CodePointRange{0x1AB0, 0x1AFF},   CodePointRange{0x1DC0, 0x1DFF},
    CodePointRange{0x200B, 0x200F},   CodePointRange{0x2060, 0x2064},
    CodePointRange{0x20D0, 0x20FF},   CodePointRange{0xFE00, 0xFE0F},
    CodePointRange{0xFE20, 0xFE2F},   CodePointRange{0xFEFF, 0xFEFF},
    CodePointRange{0x1F3FB, 0x1F3FF}, CodePointRange{0xE0000, 0xE01EF}};

template <size_t N>
bool IsIn(const std::array<CodePointRange, N>& ranges, char32_t code_point) {
  auto after = std::upper_bound(
      ranges.begin(), ranges.end(), code_point,
      [](char32_t value, const CodePointRange& range) { return value < range.first; });
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

size_t SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

bool IsScalarOfLength(char32_t code_point, size_t length) {
  if (length == 3) {
    return code_point >= 0x800 && (code_point < 0xD800 || code_point > 0xDFFF);
  }
  return length != 4 || (code_point >= 0x10000 && code_point <= 0x10FFFF);
}

}  // namespace

DecodedCodePoint DecodeCodePoint(std::string_view text, size_t offset) {
  auto lead = static_cast<unsigned char>(text[offset]);
  size_t length = SequenceLength(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || offset + length > text.size()) return {};
  char32_t code_point = lead & (0xFFu >> (length + 1));
  for (size_t i = 1; i < length; ++i) {
    auto byte = static_cast<unsigned char>(text[offset + i]);
    if ((byte & 0xC0) != 0x80) return {};
    code_point = (code_point << 6) | (byte & 0x3Fu);
  }
  if (!IsScalarOfLength(code_point, length)) return {};
  return {code_point, length};
}

void AppendCodePoint(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += static_cast<char>(code_point);
    return;
  }
  size_t continuations = code_point < 0x800 ? 1 : code_point < 0x10000 ? 2 : 3;
  constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(kLead[continuations] | (code_point >> (6 * continuations)));
  while (continuations-- > 0) {
    text += static_cast<char>(0x80 | ((code_point >> (6 * continuations)) & 0x3F));
  }
}

std::optional<size_t> FindInvalidUtf8(std::string_view text) {
  for (size_t offset = 0; offset < text.size();) {
    size_t length = DecodeCodePoint(text, offset).length;
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

size_t OffsetOfCodePoint(std::string_view text, size_t index) {
  size_t offset = 0;
  while (index > 0 && offset < text.size()) {
    ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80) {
      ++offset;
    }
    --index;
  }
  return offset;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(text, offset);
    offset += std::max<size_t>(decoded.length, 1);
    if (IsIn(kZeroWidth, decoded.code_point)) continue;
    width += IsIn(kWide, decoded.code_point) ? 2 : 1;
  }
  return width;
}

void AppendEscape(std::string& text, char32_t code_point) {
  switch (code_point) {
    case '\n':
      text += "\\n";
      return;
    case '\r':
      text += "\\r";
      return;
    case '\t':
      text += "\\t";
      return;
    default:
      break;
  }
  const char* format = code_point < 0x100     ? "\\x%02x"
                       : code_point < 0x10000 ? "\\u%04x"
                                              : "\\U%08x";
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, format, static_cast<unsigned>(code_point));
  text += buffer;
}

bool IsControl(char32_t code_point) {
  bool is_byte_control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
  bool turns_text = (code_point >= 0x202A && code_point <= 0x202E) ||
                    (code_point >= 0x2066 && code_point <= 0x2069);
  bool breaks_lines = code_point == 0x2028 || code_point == 0x2029;
  bool is_no_character =  // U+FEFF: a byte order mark that is not at the beginning
      code_point == 0xFEFF || (code_point & 0xFFFE) == 0xFFFE ||
      (code_point >= 0xFDD0 && code_point <= 0xFDEF);
  return is_byte_control || turns_text || breaks_lines || is_no_character;
}

std::string EscapeControls(std::string_view text) {
  std::string visible;
  visible.reserve(text.size());
  for (size_t offset = 0; offset < text.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(text, offset);
    if (decoded.length == 0) {
      AppendEscape(visible, static_cast<unsigned char>(text[offset]));
      ++offset;
      continue;
    }
    if (IsControl(decoded.code_point)) {
      AppendEscape(visible, decoded.code_point);
    } else {
      visible.append(text.substr(offset, decoded.length));
    }
    offset += decoded.length;
  }
  return visible;
}

}  // namespace streplay
