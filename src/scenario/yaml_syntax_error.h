// What a syntax error of yaml-cpp means to the person who made it.
#ifndef STREPLAY_SCENARIO_YAML_SYNTAX_ERROR_H_
#define STREPLAY_SCENARIO_YAML_SYNTAX_ERROR_H_

#include <string>
#include <string_view>

namespace streplay {

struct YamlSyntaxError {
  std::string message;
  std::string hint;
};

// `parser_message` is yaml-cpp's own text; one that is not known is passed on.
YamlSyntaxError ExplainYamlSyntaxError(std::string_view parser_message);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_YAML_SYNTAX_ERROR_H_
