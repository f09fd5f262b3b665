#include "scenario/yaml_syntax_error.h"

namespace streplay {
namespace {

struct Explanation {
  std::string_view parser_message;  // its beginning
  const char* message;
  const char* hint;
};

constexpr const char* kQuoteIt = "put a string that starts with a special character in quotes";
constexpr const char* kIndentation = "keys of one map, and dashes of one list, stand in one column";

constexpr Explanation kExplanations[] = {
    {"end of map not found", "the map does not go on like this", kIndentation},
    {"end of sequence not found", "the list does not go on like this", kIndentation},
    {"end of map flow not found", "`,` or `}` expected in the map", ""},
    {"end of sequence flow not found", "`,` or `]` expected in the list", ""},
    {"illegal map value", "a value cannot stand here",
     "check the indentation, and put a string that holds `: ` in quotes"},
    {"illegal map key", "a key cannot stand here", kIndentation},
    {"illegal block entry", "a list item cannot stand here", kIndentation},
    {"illegal flow end", "a closing bracket without an opening one", ""},
    {"unknown token", "a value cannot start with this character", kQuoteIt},
    {"illegal tab", "a tab in the indentation", "indent with blanks"},
    {"illegal EOF in scalar", "the quoted string does not end", "add the closing quote"},
    {"illegal document indicator", "`---` or `...` inside a quoted string", ""},
    {"illegal character in scalar", "a character that cannot stand in a string", kQuoteIt},
    {"unknown escape", "an unknown escape in a double-quoted string",
     "write `\\\\` for a backslash, or use single quotes"},
    {"bad character found while scanning hex", "an escape with bad hexadecimal digits", ""},
    {"invalid unicode", "an escape that is no Unicode character",
     "write the character itself; YAML has no surrogate pairs"},
    {"cannot set zero indentation", "a block string cannot be indented by 0", ""},
    {"unexpected character in block", "a character that cannot stand after `|` or `>`",
     "the text starts on the next line"},
    {"cannot assign multiple anchors", "a second anchor on the same value", ""},
    {"cannot assign multiple tags", "a second tag on the same value", ""},
    {"the referenced anchor", "an alias of an anchor that is not defined before it",
     "put a string that starts with `*` in quotes"},
    {"alias not found", "a name expected after `*`", "put a string that starts with `*` in quotes"},
    {"anchor not found", "a name expected after `&`",
     "put a string that starts with `&` in quotes"},
    {"illegal character found while scanning alias", "a character that cannot stand in an alias",
     "put a string that starts with `*` in quotes"},
    {"illegal character found while scanning anchor",
     "a character that cannot stand in an anchor's name",
     "put a string that starts with `&` in quotes"},
    {"aliases can't have", "an alias with a tag or an anchor", ""},
    {"tag handle with no suffix", "a tag without a name",
     "put a string that starts with `!` in quotes"},
    {"illegal character found while scanning tag", "a character that cannot stand in a tag",
     "put a string that starts with `!` in quotes"},
    {"end of verbatim tag", "a tag without its closing `>`",
     "put a string that starts with `!` in quotes"},
};

}  // namespace

YamlSyntaxError ExplainYamlSyntaxError(std::string_view parser_message) {
  for (const Explanation& explanation : kExplanations) {
    if (parser_message.starts_with(explanation.parser_message)) {
      return {explanation.message, explanation.hint};
    }
  }
  return {"this is not YAML: " + std::string(parser_message), ""};
}

}  // namespace streplay
