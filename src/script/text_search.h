// Finding a text in a text in linear time, on UTF-8 bytes.
#ifndef STREPLAY_SCRIPT_TEXT_SEARCH_H_
#define STREPLAY_SCRIPT_TEXT_SEARCH_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "script/plain_result.h"

namespace streplay::script {

class Interpreter;

// The byte offset of the first (last) occurrence, npos when there is none. An empty text is found
// at `from` (at the end).
size_t FindText(std::string_view text, std::string_view wanted, size_t from = 0);
size_t FindLastText(std::string_view text, std::string_view wanted);

// How often `wanted`, which is not empty, occurs without overlap.
size_t CountText(std::string_view text, std::string_view wanted);

// `text` with the first `most` occurrences replaced (all when negative). An empty `wanted` stands
// before every character and at the end. kLimit when the result would have more than `limit` bytes.
PlainResult<std::string> ReplaceText(std::string_view text, std::string_view wanted,
                                     std::string_view replacement, int64_t most, size_t limit);

// Counts work on a long text as evaluation steps; false when the run has to end.
[[nodiscard]] bool CountTextWork(Interpreter& interpreter, size_t bytes);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_TEXT_SEARCH_H_
