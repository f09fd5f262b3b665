// UTF-8: texts are std::string holding valid UTF-8; positions for people count code points.
#ifndef STREPLAY_BASE_UTF8_H_
#define STREPLAY_BASE_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace streplay {

struct DecodedCodePoint {
  char32_t code_point = 0;
  size_t length = 0;  // bytes it took; 0 when the bytes at the offset are not valid UTF-8
};

// The code point that starts at byte `offset` (which must be inside `text`). Overlong forms,
// surrogates and values above U+10FFFF are invalid.
DecodedCodePoint DecodeCodePoint(std::string_view text, size_t offset);

void AppendCodePoint(std::string& text, char32_t code_point);

// The offset of the first byte that is not valid UTF-8, or nothing.
std::optional<size_t> FindInvalidUtf8(std::string_view text);

// `text` must be valid UTF-8.
size_t CountCodePoints(std::string_view text);

// The byte offset of code point `index` (0-based); text.size() when there are no more.
size_t OffsetOfCodePoint(std::string_view text, size_t index);

// How many terminal cells `text` takes: wide and emoji code points two, combining marks none.
size_t DisplayWidth(std::string_view text);

// Appends the escape that Python's repr has for a code point: \n, \r, \t, \xNN, \uNNNN, \UNNNNNNNN.
void AppendEscape(std::string& text, char32_t code_point);

// What may not stand raw in any output for people: control characters (C0, DEL, C1), what breaks
// lines or turns around the direction of text, and what is no character (U+FFFE, U+FEFF, …).
bool IsControl(char32_t code_point);

// `text` with its control characters made visible as \n, \t, \x1b or \u202e, so that a label can
// never drive the terminal; so are bytes that are not valid UTF-8.
std::string EscapeControls(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_BASE_UTF8_H_
