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

LineOrigin LiteralLine(std::string_view line, const YamlNode& node, int index,
                       const SourceTextPtr& source) {
  int number = node.begin.line + 1 + index;
  std::string_view file_line = source->Line(number);
  if (!file_line.ends_with(line)) return {source, node.begin, false};
  std::string_view indentation = file_line.substr(0, file_line.size() - line.size());
  return {source, {number, static_cast<int>(CountCodePoints(indentation)) + 1}};
}

// A line of any other scalar: behind its quote when nothing in it is folded or escaped.
LineOrigin FlatLine(const YamlNode& node, const SourceTextPtr& source) {
  bool is_quoted = node.style == YamlNode::Style::kQuoted;
  size_t start = node.offset + (is_quoted ? 1 : 0);
  bool as_written = node.style != YamlNode::Style::kFolded &&
                    node.text.find('\n') == std::string::npos &&
                    std::string_view(source->text()).substr(start).starts_with(node.text);
  if (!as_written) return {source, node.begin, false};
  return {source, {node.begin.line, node.begin.column + (is_quoted ? 1 : 0)}};
}

}  // namespace

MappedText MapScalar(const YamlNode& node, const SourceTextPtr& source) {
  MappedText mapped{node.text, {}};
  LineOrigin flat = FlatLine(node, source);
  bool is_literal = node.style == YamlNode::Style::kLiteral;
  int index = 0;
  for (std::string_view line : SplitLines(node.text)) {
    mapped.origins.push_back(is_literal ? LiteralLine(line, node, index, source) : flat);
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
