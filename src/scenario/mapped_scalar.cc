// Line k of a literal block stands on the k-th line after its header, behind its indentation; YAML
// keeps empty lines, so the two never drift apart. The indentation need not be known: a script line
// is the end of its file line.
#include "scenario/mapped_scalar.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace streplay {
namespace {

// The text of each line, without line breaks; a text that ends in '\n' has no further line.
std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

Position LiteralLineStart(std::string_view line, const YamlNode& node, int index,
                          const SourceText& source) {
  int number = node.begin.line + 1 + index;
  std::string_view file_line = source.Line(number);
  if (!file_line.ends_with(line)) return node.begin;
  std::string_view indentation = file_line.substr(0, file_line.size() - line.size());
  return {number, static_cast<int>(CountCodePoints(indentation)) + 1};
}

// Where the content of a scalar starts: behind its quote when nothing in it is escaped.
Position FlatStart(const YamlNode& node, const SourceText& source) {
  if (node.style != YamlNode::Style::kQuoted) return node.begin;
  std::string_view content = std::string_view(source.text()).substr(node.offset + 1);
  bool as_written = node.text.find('\n') == std::string::npos && content.starts_with(node.text);
  return as_written ? Position{node.begin.line, node.begin.column + 1} : node.begin;
}

}  // namespace

MappedText MapScalar(const YamlNode& node, const SourceTextPtr& source) {
  MappedText mapped{node.text, {}};
  bool literal = node.style == YamlNode::Style::kLiteral;
  Position flat = FlatStart(node, *source);
  int index = 0;
  for (std::string_view line : SplitLines(node.text)) {
    Position begin = literal ? LiteralLineStart(line, node, index, *source) : flat;
    mapped.origins.push_back({source, begin});
    ++index;
  }
  return mapped;
}

MappedText MapFile(const SourceTextPtr& source) {
  MappedText mapped{source->text(), {}};
  int count = static_cast<int>(SplitLines(mapped.text).size());
  for (int line = 1; line <= count; ++line) mapped.origins.push_back({source, {line, 1}});
  return mapped;
}

}  // namespace streplay
