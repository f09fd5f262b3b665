// JSON texts put together from parts that are JSON already. What comes out is valid UTF-8, and no
// control character, also none that turns around the direction of text, stands in it raw.
#ifndef STREPLAY_REPORT_JSON_TEXT_H_
#define STREPLAY_REPORT_JSON_TEXT_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace streplay {

using JsonMembers = std::vector<std::pair<std::string_view, std::string>>;

std::string JsonObject(const JsonMembers& members);

template <typename Items, typename Write>
std::string JsonList(const Items& items, Write write) {
  std::string text = "[";
  for (const auto& item : items) {
    if (text.size() > 1) text += ",";
    text += write(item);
  }
  return text + "]";
}

// Any text as a string of JSON.
std::string JsonText(std::string_view text);

// Canonical JSON (stream/stream_writer.h) with the controls escaped that it leaves raw, and U+FFFD
// for bytes that are not valid UTF-8.
std::string WithControlsEscaped(std::string_view json);

inline std::string JsonBool(bool value) {
  return value ? "true" : "false";
}

}  // namespace streplay

#endif  // STREPLAY_REPORT_JSON_TEXT_H_
