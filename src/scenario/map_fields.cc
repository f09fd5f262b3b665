#include "scenario/map_fields.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "scenario/core_schema.h"

namespace streplay {
namespace {

constexpr size_t kMaxQuoted = 100;  // code points: a hostile file must not fill the screen

void WrongType(const YamlNode& node, std::string_view what, std::string_view wanted,
               std::string hint, LoadContext& context) {
  context.Error(
      node, std::string(what) + " must be " + std::string(wanted) + ", not " + DescribeNode(node),
      std::move(hint));
}

PlainValue StringValue(const YamlNode& node, bool quoted) {
  PlainValue value;
  value.kind = PlainValue::Kind::kString;
  value.text = node.text;
  value.quoted = quoted;
  return value;
}

std::optional<PlainValue> ReadScalar(const YamlNode& node, LoadContext& context) {
  if (node.style != YamlNode::Style::kPlain) return StringValue(node, true);
  std::optional<PlainValue> value = ResolvePlainScalar(node.text);
  if (!value) {
    context.Error(node, "the number does not fit 64 bits", "as a string, put it in quotes");
  }
  return value;
}

std::optional<PlainValue> ReadList(const YamlNode& node, LoadContext& context) {
  PlainValue list;
  list.kind = PlainValue::Kind::kList;
  bool good = true;
  for (const YamlNode& item : node.items) {
    std::optional<PlainValue> value = ReadPlainValue(item, context);
    good = good && value;
    if (good) list.items.push_back(std::move(*value));
  }
  if (!good) return std::nullopt;
  return list;
}

}  // namespace

std::string Quoted(std::string_view text) {
  size_t shown = OffsetOfCodePoint(text, kMaxQuoted);
  return "`" + std::string(text.substr(0, shown)) + (shown < text.size() ? "…`" : "`");
}

void CheckKeys(const YamlNode& map, std::span<const std::string_view> known, LoadContext& context) {
  for (const YamlKey& key : map.keys) {
    if (std::find(known.begin(), known.end(), key.name) != known.end()) continue;
    context.Error(key, "unknown key " + Quoted(key.name), context.Suggest(key.name, known));
  }
}

bool ExpectMap(const YamlNode& node, std::string_view what, LoadContext& context) {
  if (node.IsMap()) return true;
  WrongType(node, what, "a map", "", context);
  return false;
}

bool ExpectString(const YamlNode& node, std::string_view what, LoadContext& context) {
  bool plain = node.IsScalar() && node.style == YamlNode::Style::kPlain;
  bool other = plain && ClassifyPlainScalar(node.text) != PlainValue::Kind::kString;
  if (node.IsScalar() && !other) return true;
  std::string hint = other ? "put it in quotes: \"" + node.text + "\"" : "";
  WrongType(node, what, "a string", std::move(hint), context);
  return false;
}

std::optional<std::string> ReadName(const YamlNode& node, std::string_view what,
                                    LoadContext& context) {
  if (!ExpectString(node, what, context)) return std::nullopt;
  if (node.text.empty()) {
    context.Error(node, std::string(what) + " must not be empty");
    return std::nullopt;
  }
  if (node.text.find('\n') != std::string::npos) {
    context.Error(node, std::string(what) + " must be one line");
    return std::nullopt;
  }
  return node.text;
}

std::optional<bool> ReadBool(const YamlNode& node, std::string_view what, LoadContext& context) {
  bool plain = node.IsScalar() && node.style == YamlNode::Style::kPlain;
  if (plain && ClassifyPlainScalar(node.text) == PlainValue::Kind::kBool) {
    return ResolvePlainScalar(node.text)->boolean;
  }
  WrongType(node, what, "true or false", "", context);
  return std::nullopt;
}

std::optional<int64_t> ReadCount(const YamlNode& node, std::string_view what,
                                 LoadContext& context) {
  bool plain = node.IsScalar() && node.style == YamlNode::Style::kPlain;
  if (!plain || ClassifyPlainScalar(node.text) != PlainValue::Kind::kInt) {
    WrongType(node, what, "an integer", "", context);
    return std::nullopt;
  }
  std::optional<PlainValue> value = ReadPlainValue(node, context);
  if (!value) return std::nullopt;
  if (value->integer < 0) {
    context.Error(node, std::string(what) + " must not be negative");
    return std::nullopt;
  }
  return value->integer;
}

std::vector<std::string> ReadNames(const YamlNode& node, std::string_view what,
                                   const std::function<bool(const YamlNode&)>& check,
                                   LoadContext& context) {
  std::vector<std::string> names;
  if (!node.IsList()) {
    std::string hint = node.IsScalar() ? "write [" + node.text + "]" : "";
    WrongType(node, what, "a list", std::move(hint), context);
    return names;
  }
  std::set<std::string> seen;
  for (const YamlNode& item : node.items) {
    std::optional<std::string> name = ReadName(item, "an item of " + std::string(what), context);
    if (!name || !check(item)) continue;
    if (!seen.insert(*name).second) {
      context.Error(item, Quoted(*name) + " stands twice in " + std::string(what));
      continue;
    }
    names.push_back(std::move(*name));
  }
  return names;
}

std::optional<PlainValue> ReadPlainValue(const YamlNode& node, LoadContext& context) {
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return ResolvePlainScalar("null");
    case YamlNode::Kind::kScalar:
      return ReadScalar(node, context);
    case YamlNode::Kind::kList:
      return ReadList(node, context);
    case YamlNode::Kind::kMap:
      break;
  }
  std::optional<std::vector<PlainMember>> members = ReadPlainMembers(node, context);
  if (!members) return std::nullopt;
  PlainValue map;
  map.kind = PlainValue::Kind::kMap;
  map.members = std::move(*members);
  return map;
}

std::optional<std::vector<PlainMember>> ReadPlainMembers(const YamlNode& map,
                                                         LoadContext& context) {
  std::vector<PlainMember> members;
  bool good = true;
  for (size_t i = 0; i < map.keys.size(); ++i) {
    std::optional<PlainValue> value = ReadPlainValue(map.items[i], context);
    good = good && value;
    if (good) members.push_back({map.keys[i].name, std::move(*value)});
  }
  if (!good) return std::nullopt;
  return members;
}

}  // namespace streplay
