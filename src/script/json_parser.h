// json.loads: JSON text to values, with CPython's errors and their positions.
#ifndef STREPLAY_SCRIPT_JSON_PARSER_H_
#define STREPLAY_SCRIPT_JSON_PARSER_H_

#include <string>
#include <string_view>

#include "script/value.h"

namespace streplay::script {

class Interpreter;

struct JsonHooks {
  Value object;        // called with each dict; empty or None: not called
  Value object_pairs;  // called with each object's list of pairs instead
  bool strict = true;  // control characters in strings are errors
};

// Where a text stopped being JSON.
struct JsonMistake {
  std::string message;  // empty: none
  size_t offset = 0;    // in bytes
};

// Empty either with a mistake, or with a completion pending (a hook failed, a limit).
Value ParseJson(Interpreter& interpreter, std::string_view text, const JsonHooks& hooks,
                JsonMistake& mistake);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_JSON_PARSER_H_
