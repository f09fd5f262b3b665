// What the parser holds while it reads string literals. Only parser_strings.cc and
// parser_fstrings.cc include this.
#ifndef STREPLAY_SCRIPT_PARSER_FSTRING_H_
#define STREPLAY_SCRIPT_PARSER_FSTRING_H_

#include <string>
#include <vector>

#include "script/ast_expressions.h"

namespace streplay::script {

// Adjacent literals, or a format specification, on the way to one node.
struct FStringBuilder {
  std::string text;  // literal text since the last field
  std::vector<FStringPart> parts;
  bool is_fstring = false;
};

// Where the reading of an f-string stands; offsets are those of the script's text.
struct FStringCursor {
  size_t position = 0;
  size_t end = 0;  // of the literal's content
  bool is_raw = false;
  int level = 0;  // 1 inside a format specification, 2 inside one of that
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARSER_FSTRING_H_
