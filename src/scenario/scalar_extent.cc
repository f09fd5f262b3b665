#include "scenario/scalar_extent.h"

#include <algorithm>

namespace streplay {
namespace {

constexpr std::string_view kBlanks = " \t\n";

size_t FindFrom(std::string_view file, std::string_view characters, size_t offset) {
  return std::min(file.find_first_of(characters, offset), file.size());
}

std::optional<size_t> ClosingQuote(std::string_view file, size_t offset) {
  char quote = file[offset];
  for (size_t i = offset + 1; i < file.size(); ++i) {
    if (quote == '"' && file[i] == '\\') {
      ++i;
    } else if (file[i] == quote) {
      bool doubled = quote == '\'' && i + 1 < file.size() && file[i + 1] == quote;
      if (!doubled) return i;
      ++i;
    }
  }
  return std::nullopt;
}

}  // namespace

size_t SkipAnchor(std::string_view file, size_t offset) {
  if (offset >= file.size() || file[offset] != '&') return offset;
  offset = FindFrom(file, kBlanks, offset);
  while (offset < file.size()) {
    if (file[offset] == '#') {
      offset = FindFrom(file, "\n", offset);
    } else if (kBlanks.find(file[offset]) == std::string_view::npos) {
      return offset;
    } else {
      ++offset;
    }
  }
  return offset;
}

YamlNode::Style ScalarStyle(std::string_view file, size_t offset) {
  switch (offset < file.size() ? file[offset] : '\0') {
    case '"':
    case '\'':
      return YamlNode::Style::kQuoted;
    case '|':
      return YamlNode::Style::kLiteral;
    case '>':
      return YamlNode::Style::kFolded;
    default:
      return YamlNode::Style::kPlain;
  }
}

std::optional<size_t> ScalarEnd(std::string_view file, size_t offset, YamlNode::Style style,
                                std::string_view text) {
  switch (style) {
    case YamlNode::Style::kQuoted: {
      std::optional<size_t> quote = ClosingQuote(file, offset);
      if (!quote) return std::nullopt;
      bool one_line = file.substr(offset, *quote - offset).find('\n') == std::string_view::npos;
      return one_line ? *quote + 1 : offset;
    }
    case YamlNode::Style::kPlain:
      return file.substr(offset, text.size()) == text ? offset + text.size() : offset;
    case YamlNode::Style::kLiteral:
    case YamlNode::Style::kFolded:
      break;
  }
  return offset + 1;
}

bool IsWrittenNull(std::string_view file, size_t offset) {
  for (std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (!file.substr(std::min(offset, file.size())).starts_with(word)) continue;
    size_t after = offset + word.size();
    return after >= file.size() ||
           std::string_view(" \t\n,]}").find(file[after]) != std::string_view::npos;
  }
  return false;
}

}  // namespace streplay
