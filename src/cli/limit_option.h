// A time limit given as an option: "10s", "500ms".
#ifndef STREPLAY_CLI_LIMIT_OPTION_H_
#define STREPLAY_CLI_LIMIT_OPTION_H_

#include <chrono>
#include <optional>
#include <string>

#include "cli/environment.h"

namespace streplay {

// At least a millisecond. Nothing for another text; then it is explained on `err`.
std::optional<std::chrono::milliseconds> ReadLimitOption(const char* option,
                                                         const std::string& text,
                                                         Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_LIMIT_OPTION_H_
