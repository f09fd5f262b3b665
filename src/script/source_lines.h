// Which lines of a script make up a function, as inspect.getsource of CPython 3.11 finds them.
#ifndef STREPLAY_SCRIPT_SOURCE_LINES_H_
#define STREPLAY_SCRIPT_SOURCE_LINES_H_

#include <string>
#include <string_view>

namespace streplay::script {

// The source of the function whose code starts on line `first_line` (1-based): its first
// decorator's line, else that of `def` or `lambda`. Every line ends in "\n", the script's last one
// too.
std::string SourceOfFunction(std::string_view text, int first_line);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SOURCE_LINES_H_
