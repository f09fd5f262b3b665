#include "report/json_text.h"

#include <cstdio>

#include "base/utf8.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr char32_t kReplacement = 0xFFFD;  // for a byte that is not valid UTF-8

// Above U+FFFF in two halves, as JSON has it from UTF-16.
void AppendJsonEscape(std::string& text, char32_t code_point) {
  char escape[16];
  auto number = static_cast<unsigned>(code_point);
  if (number > 0xFFFF) {
    unsigned rest = number - 0x10000;
    std::snprintf(escape, sizeof escape, "\\u%04x\\u%04x", 0xD800 | (rest >> 10),
                  0xDC00 | (rest & 0x3FF));
  } else {
    std::snprintf(escape, sizeof escape, "\\u%04x", number);
  }
  text += escape;
}

}  // namespace

std::string JsonObject(const JsonMembers& members) {
  std::string text = "{";
  for (const auto& [name, value] : members) {
    if (text.size() > 1) text += ",";
    text += JsonStringText(name) + ":" + value;
  }
  return text + "}";
}

std::string JsonText(std::string_view text) {
  return WithControlsEscaped(JsonStringText(text));
}

// Beyond ASCII controls only stand in strings, so an escape may stand in for each.
std::string WithControlsEscaped(std::string_view json) {
  std::string escaped;
  size_t copied = 0;
  for (size_t offset = 0; offset < json.size();) {
    DecodedCodePoint decoded = DecodeCodePoint(json, offset);
    bool is_invalid = decoded.length == 0;
    size_t length = is_invalid ? 1 : decoded.length;
    if (is_invalid || (length > 2 && IsControl(decoded.code_point))) {
      escaped += json.substr(copied, offset - copied);
      AppendJsonEscape(escaped, is_invalid ? kReplacement : decoded.code_point);
      copied = offset + length;
    }
    offset += length;
  }
  return escaped += json.substr(copied);
}

}  // namespace streplay
