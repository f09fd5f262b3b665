// Text as a word of a shell's command line.
#ifndef STREPLAY_REPORT_SHELL_WORD_H_
#define STREPLAY_REPORT_SHELL_WORD_H_

#include <string>
#include <string_view>

namespace streplay {

// As it is where the shell reads it so, else in single quotes.
std::string ShellWord(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_REPORT_SHELL_WORD_H_
