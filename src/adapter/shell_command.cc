#include "adapter/shell_command.h"

#include <string_view>

namespace streplay {
namespace {

constexpr std::string_view kBlanks = " \t";

bool IsNameByte(char byte, bool is_first) {
  bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
  return is_letter || (!is_first && byte >= '0' && byte <= '9');
}

// Whether an assignment stands at the beginning of `text`.
bool IsAssignment(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && IsNameByte(text[length], length == 0)) ++length;
  return length > 0 && length < text.size() && text[length] == '=';
}

// The end of the word at `begin`: the first blank that is not quoted.
size_t EndOfWord(std::string_view text, size_t begin) {
  char quote = 0;
  for (size_t i = begin; i < text.size(); ++i) {
    char byte = text[i];
    if (byte == '\\' && quote != '\'') {
      ++i;
    } else if (quote != 0) {
      if (byte == quote) quote = 0;
    } else if (byte == '\'' || byte == '"') {
      quote = byte;
    } else if (kBlanks.find(byte) != std::string_view::npos) {
      return i;
    }
  }
  return text.size();
}

}  // namespace

std::string ReplacingShell(const std::string& command) {
  if (command.find_first_of(";&|<>(){}\n") != std::string::npos) return command;
  std::string_view text = command;
  size_t at = text.find_first_not_of(kBlanks);
  while (at != std::string_view::npos && IsAssignment(text.substr(at))) {
    at = text.find_first_not_of(kBlanks, EndOfWord(text, at));
  }
  if (at == std::string_view::npos || text.substr(at).starts_with("exec ")) return command;
  return command.substr(0, at) + "exec " + command.substr(at);
}

}  // namespace streplay
