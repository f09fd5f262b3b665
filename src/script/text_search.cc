// memmem is linear, which std::string_view::find is not. The last occurrence is the first one in
// the reversed text.
#include "script/text_search.h"

#include <cstdint>
#include <cstring>

#include "base/utf8.h"
#include "script/interpreter.h"

namespace streplay::script {
namespace {

constexpr size_t kBytesPerStep = 1024;

// Where an empty text stands: before every character, and at the end.
std::string InsertBetween(std::string_view text, std::string_view inserted, int64_t most) {
  std::string result;
  size_t offset = 0;
  for (; most != 0; --most) {
    result += inserted;
    if (offset == text.size()) return result;
    size_t length = DecodeCodePoint(text, offset).length;
    result += text.substr(offset, length);
    offset += length;
  }
  return result.append(text.substr(offset));
}

PlainError TextTooLong() {
  return PlainLimit("a text would be too long (limit on container size)");
}

}  // namespace

size_t FindText(std::string_view text, std::string_view wanted, size_t from) {
  if (from > text.size()) return std::string_view::npos;
  if (wanted.empty()) return from;
  const void* found = memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<size_t>(static_cast<const char*>(found) - text.data());
}

size_t FindLastText(std::string_view text, std::string_view wanted) {
  std::string reversed_text(text.rbegin(), text.rend());
  std::string reversed_wanted(wanted.rbegin(), wanted.rend());
  size_t found = FindText(reversed_text, reversed_wanted);
  return found == std::string_view::npos ? found : text.size() - found - wanted.size();
}

size_t CountText(std::string_view text, std::string_view wanted) {
  size_t count = 0;
  for (size_t at = FindText(text, wanted); at != std::string_view::npos;
       at = FindText(text, wanted, at + wanted.size())) {
    ++count;
  }
  return count;
}

PlainResult<std::string> ReplaceText(std::string_view text, std::string_view wanted,
                                     std::string_view replacement, int64_t most, size_t limit) {
  size_t places = wanted.empty() ? CountCodePoints(text) + 1 : CountText(text, wanted);
  if (most >= 0) places = std::min(places, static_cast<size_t>(most));
  if (!replacement.empty() && places > limit / replacement.size()) return TextTooLong();
  if (wanted.empty()) return InsertBetween(text, replacement, static_cast<int64_t>(places));
  std::string result;
  size_t begin = 0;
  for (; places > 0; --places) {
    size_t at = FindText(text, wanted, begin);
    result += text.substr(begin, at - begin);
    result += replacement;
    begin = at + wanted.size();
  }
  return result.append(text.substr(begin));
}

bool CountTextWork(Interpreter& interpreter, size_t bytes) {
  for (size_t i = 0; i < bytes / kBytesPerStep; ++i) {
    if (!interpreter.Step()) return false;
  }
  return true;
}

}  // namespace streplay::script
