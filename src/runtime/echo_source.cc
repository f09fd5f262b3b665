#include "runtime/echo_source.h"

#include <optional>

#include "base/utf8.h"
#include "runtime/clean_text.h"
#include "script/unicode_properties.h"

namespace streplay {
namespace {

// Takes the first line with its line break off `text`.
std::string_view TakeLine(std::string_view& text) {
  size_t end = text.find('\n');
  std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

// Leading characters that are white space; nothing for a blank line.
std::optional<size_t> Indentation(std::string_view line) {
  size_t count = 0;
  for (size_t at = 0; at < line.size(); ++count) {
    DecodedCodePoint next = DecodeCodePoint(line, at);
    if (next.code_point == '\n') return std::nullopt;
    if (!script::IsWhitespace(next.code_point)) break;
    at += next.length;
  }
  return count;
}

}  // namespace

std::string EchoedLines(std::string_view script, int with_line) {
  for (int line = 0; line < with_line; ++line) TakeLine(script);
  std::optional<size_t> block_indentation;
  std::string block;
  while (!script.empty()) {
    std::string_view line = TakeLine(script);
    std::optional<size_t> indentation = Indentation(line);
    if (indentation && !block_indentation) block_indentation = indentation;
    if (indentation && *indentation < *block_indentation) break;
    block += line;
  }
  return Dedent(block);
}

}  // namespace streplay
