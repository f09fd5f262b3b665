// json.dumps: values to JSON text.
#ifndef STREPLAY_SCRIPT_JSON_ENCODER_H_
#define STREPLAY_SCRIPT_JSON_ENCODER_H_

#include <optional>
#include <string>
#include <string_view>

#include "script/value.h"

namespace streplay::script {

class Interpreter;

struct JsonLayout {
  bool skip_keys = false;  // leave out keys that JSON cannot have, instead of TypeError
  bool ascii_only = true;
  bool check_circular = true;
  bool allow_nan = true;
  bool sort_keys = false;
  std::optional<std::string> indent;  // of one level; absent: all on one line
  std::string item_separator = ", ";
  std::string key_separator = ": ";
  Value fallback;  // `default`: called for what JSON cannot express; empty or None: TypeError
};

std::optional<std::string> EncodeJson(Interpreter& interpreter, const Value& value,
                                      const JsonLayout& layout);

// A text in double quotes.
std::string QuoteJson(std::string_view text, bool ascii_only);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_JSON_ENCODER_H_
