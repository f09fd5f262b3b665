#include "report/shell_word.h"

namespace streplay {

std::string ShellWord(std::string_view text) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./,:=@%+";
  if (!text.empty() && text.find_first_not_of(kPlain) == std::string_view::npos) {
    return std::string(text);
  }
  std::string word = "'";
  for (char byte : text) byte == '\'' ? word += "'\\''" : word += byte;
  return word + "'";
}

}  // namespace streplay
