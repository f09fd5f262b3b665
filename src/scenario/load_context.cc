#include "scenario/load_context.h"

#include <optional>
#include <utility>

#include "base/nearest_name.h"
#include "scenario/core_schema.h"

namespace streplay {

void LoadContext::Error(const YamlNode& node, std::string message, std::string hint) {
  if (IsFull()) return;
  AddError(diagnostics_, RangeOf(node), std::move(message), std::move(hint));
}

void LoadContext::Error(const YamlKey& key, std::string message, std::string hint) {
  if (IsFull()) return;
  AddError(diagnostics_, RangeOf(key), std::move(message), std::move(hint));
}

std::string LoadContext::Suggest(std::string_view name,
                                 std::span<const std::string_view> known) const {
  constexpr size_t kMostToCompare = 5000;
  if (IsFull() || known.size() > kMostToCompare) return {};
  constexpr size_t kMostToList = 20;
  if (std::optional<std::string_view> nearest = NearestName(name, known)) {
    return "did you mean `" + std::string(*nearest) + "`?";
  }
  if (known.empty() || known.size() > kMostToList) return {};
  std::string list = "known are";
  for (size_t i = 0; i < known.size(); ++i) {
    list += (i == 0 ? " `" : ", `") + std::string(known[i]) + "`";
  }
  return list;
}

std::string DescribeNode(const YamlNode& node) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "nothing";
    case YamlNode::Kind::kList:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
    case YamlNode::Kind::kScalar:
      break;
  }
  if (node.style != YamlNode::Style::kPlain) return "a string";
  switch (ClassifyPlainScalar(node.text)) {
    case PlainValue::Kind::kBool:
      return "true or false";
    case PlainValue::Kind::kInt:
      return "an integer";
    case PlainValue::Kind::kFloat:
      return "a number";
    default:
      return "a string";
  }
}

}  // namespace streplay
