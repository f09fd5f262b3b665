// Reading attributes out of YAML mappings, with a diagnostic for everything that is not as
// expected. After a diagnostic a neutral value is returned and reading goes on, so that one pass
// finds all.
#ifndef STREPLAY_REGISTRY_GENERATOR_YAML_READER_H_
#define STREPLAY_REGISTRY_GENERATOR_YAML_READER_H_

#include <yaml-cpp/yaml.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "registry/generator/spec.h"
#include "registry/vocabulary.h"

namespace streplay::generator {

// A key that a mapping may have.
struct Key {
  std::string_view name;
  bool required = false;
};

class YamlReader {
 public:
  YamlReader(SourceTextPtr source, Diagnostics& diagnostics);

  SourceRange RangeOf(const YAML::Node& node) const;
  void Report(SourceRange range, std::string message, std::string hint = {});

  // False after a diagnostic when `node` is no mapping. Reports unknown, repeated and missing keys;
  // `what` names the thing that the mapping describes.
  bool CheckMap(const YAML::Node& node, std::string_view what, std::span<const Key> keys);

  // The items of `map[key]`, a sequence; none when the key is absent.
  std::vector<YAML::Node> Items(const YAML::Node& map, const char* key);

  // One text; an empty one when the key is absent.
  Name Text(const YAML::Node& map, const char* key);

  // One text or a sequence of texts.
  std::vector<Name> Texts(const YAML::Node& map, const char* key);

  bool Bool(const YAML::Node& map, const char* key, bool fallback);

  // A word of Enum's vocabulary.
  template <typename Enum>
  Enum WordOf(const YAML::Node& map, const char* key, Enum fallback) {
    Name name = Text(map, key);
    if (name.text.empty()) return fallback;
    return static_cast<Enum>(IndexOf(name, key, Vocabulary<Enum>::kWords));
  }

 private:
  size_t IndexOf(const Name& name, std::string_view what, std::span<const std::string_view> words);
  Name TextOf(const YAML::Node& node, std::string_view what);
  void CheckKey(const YAML::Node& key, std::string_view what, std::span<const Key> keys);

  SourceTextPtr source_;
  Diagnostics& diagnostics_;
};

}  // namespace streplay::generator

#endif  // STREPLAY_REGISTRY_GENERATOR_YAML_READER_H_
