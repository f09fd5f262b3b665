// Mistakes in the command line itself, which no file and no place can be named for.
#ifndef STREPLAY_CLI_USAGE_ERROR_H_
#define STREPLAY_CLI_USAGE_ERROR_H_

#include <string>
#include <string_view>

#include "cli/environment.h"

namespace streplay {

// Says on `err` what is wrong, and what to do about it unless `hint` is empty. Returns the exit
// code for it.
int UsageError(const std::string& message, const std::string& hint, const Environment& environment);

// "did you mean `nearest`?"; empty without a known name that is near.
std::string DidYouMean(std::string_view word, const std::vector<std::string>& known);

}  // namespace streplay

#endif  // STREPLAY_CLI_USAGE_ERROR_H_
