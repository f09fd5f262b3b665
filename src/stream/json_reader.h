// Reads one JSON text into a FieldValue. This is the only file of the stream room that uses
// nlohmann_json; its exceptions end here.
//
// Stricter than JSON: a name may stand once in an object, nesting ends at `max_depth`, integers
// must fit 64 bits. A number with a fraction or an exponent is a double, every other an integer.
#ifndef STREPLAY_STREAM_JSON_READER_H_
#define STREPLAY_STREAM_JSON_READER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "stream/field_value.h"

namespace streplay {

inline constexpr size_t kMaxJsonDepth = 100;

struct JsonError {
  size_t offset = 0;    // the byte it was found at
  std::string message;  // as in a Diagnostic: one sentence without a full stop
};

[[nodiscard]] std::optional<FieldValue> ReadJson(std::string_view text, JsonError& error,
                                                 size_t max_depth = kMaxJsonDepth);

}  // namespace streplay

#endif  // STREPLAY_STREAM_JSON_READER_H_
