// yaml-cpp keeps a repeated key of a mapping as a second pair, which is how repetitions are found.
#include "registry/generator/yaml_reader.h"

#include <algorithm>
#include <utility>

#include "base/nearest_name.h"

namespace streplay::generator {
namespace {

std::string Quoted(std::string_view text) {
  return "`" + std::string(text) + "`";
}

std::string DidYouMean(std::string_view name, std::span<const std::string_view> candidates) {
  auto nearest = NearestName(name, candidates);
  return nearest ? "did you mean " + Quoted(*nearest) + "?" : std::string();
}

}  // namespace

YamlReader::YamlReader(SourceTextPtr source, Diagnostics& diagnostics)
    : source_(std::move(source)), diagnostics_(diagnostics) {
}

SourceRange YamlReader::RangeOf(const YAML::Node& node) const {
  YAML::Mark mark = node.Mark();
  Position begin{mark.line + 1, mark.column + 1};
  Position end = begin;
  bool plain = node.IsScalar() && node.Tag() != "!";
  end.column += plain ? static_cast<int>(node.Scalar().size()) : 1;
  return {source_, begin, end};
}

void YamlReader::Report(SourceRange range, std::string message, std::string hint) {
  AddError(diagnostics_, std::move(range), std::move(message), std::move(hint));
}

bool YamlReader::CheckMap(const YAML::Node& node, std::string_view what,
                          std::span<const Key> keys) {
  if (!node.IsMap()) {
    Report(RangeOf(node), std::string(what) + " must be a mapping");
    return false;
  }
  std::vector<std::string> seen;
  for (const auto& pair : node) {
    CheckKey(pair.first, what, keys);
    const std::string key = pair.first.IsScalar() ? pair.first.Scalar() : std::string();
    if (std::ranges::find(seen, key) != seen.end()) {
      Report(RangeOf(pair.first), "the key " + Quoted(key) + " is given twice");
    }
    seen.push_back(key);
  }
  for (const Key& key : keys) {
    if (key.required && std::ranges::find(seen, key.name) == seen.end()) {
      Report(RangeOf(node), std::string(what) + " lacks the key " + Quoted(key.name));
    }
  }
  return true;
}

void YamlReader::CheckKey(const YAML::Node& key, std::string_view what, std::span<const Key> keys) {
  std::vector<std::string_view> names;
  for (const Key& known : keys) names.push_back(known.name);
  std::string text = key.IsScalar() ? key.Scalar() : std::string();
  if (std::ranges::find(names, text) != names.end()) return;
  Report(RangeOf(key), std::string(what) + " has no key " + Quoted(text), DidYouMean(text, names));
}

std::vector<YAML::Node> YamlReader::Items(const YAML::Node& map, const char* key) {
  YAML::Node node = map[key];
  if (!node) return {};
  if (!node.IsSequence()) {
    Report(RangeOf(node), Quoted(key) + " must be a sequence");
    return {};
  }
  return {node.begin(), node.end()};
}

Name YamlReader::TextOf(const YAML::Node& node, std::string_view what) {
  if (!node.IsScalar() || node.Scalar().empty()) {
    Report(RangeOf(node), Quoted(what) + " must be a text");
    return {};
  }
  return {node.Scalar(), RangeOf(node)};
}

Name YamlReader::Text(const YAML::Node& map, const char* key) {
  YAML::Node node = map[key];
  return node ? TextOf(node, key) : Name();
}

std::vector<Name> YamlReader::Texts(const YAML::Node& map, const char* key) {
  YAML::Node node = map[key];
  if (!node) return {};
  if (!node.IsSequence()) return {TextOf(node, key)};
  std::vector<Name> names;
  for (const YAML::Node& item : node) names.push_back(TextOf(item, key));
  return names;
}

bool YamlReader::Bool(const YAML::Node& map, const char* key, bool fallback) {
  Name name = Text(map, key);
  if (name.text.empty()) return fallback;
  if (name.text != "true" && name.text != "false") {
    Report(name.range, Quoted(key) + " must be true or false");
  }
  return name.text == "true";
}

size_t YamlReader::IndexOf(const Name& name, std::string_view what,
                           std::span<const std::string_view> words) {
  auto found = std::ranges::find(words, name.text);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  Report(name.range, Quoted(name.text) + " is no " + std::string(what),
         DidYouMean(name.text, words));
  return 0;
}

}  // namespace streplay::generator
