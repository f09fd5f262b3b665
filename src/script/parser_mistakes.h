// Mistakes: what is wrong with a script, while it is being parsed: byte ranges and messages, turned
// into diagnostics once it is known which of them matter.
#ifndef STREPLAY_SCRIPT_PARSER_MISTAKES_H_
#define STREPLAY_SCRIPT_PARSER_MISTAKES_H_

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace streplay::script {

struct Mistake {
  size_t begin = 0;
  size_t end = 0;
  std::string message;
};

using Mistakes = std::vector<Mistake>;

inline void AddMistake(Mistakes& mistakes, size_t begin, size_t end, std::string message) {
  mistakes.push_back({begin, end, std::move(message)});
}

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PARSER_MISTAKES_H_
