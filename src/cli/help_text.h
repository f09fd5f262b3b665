// The texts of --help. Written by hand, since they read better so; a test tries every option that
// they name.
#ifndef STREPLAY_CLI_HELP_TEXT_H_
#define STREPLAY_CLI_HELP_TEXT_H_

#include <string_view>

namespace streplay {

// The help of a command; of the program for the empty name.
std::string_view HelpText(std::string_view command);

}  // namespace streplay

#endif  // STREPLAY_CLI_HELP_TEXT_H_
