// A YAML document as a tree that remembers where everything stands. Aliases are expanded, so the
// tree is plain; tags, merge keys and keys that are no strings do not get here (yaml_reader.h).
#ifndef STREPLAY_SCENARIO_YAML_NODE_H_
#define STREPLAY_SCENARIO_YAML_NODE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"

namespace streplay {

struct YamlKey {
  std::string name;
  Position begin;
  Position end;
};

struct YamlNode {
  enum class Kind { kNull, kScalar, kList, kMap };
  enum class Style { kPlain, kQuoted, kLiteral, kFolded };  // of a scalar

  Kind kind = Kind::kNull;
  Style style = Style::kPlain;
  Position begin;               // of a null: of its key, or of the dash of its list item
  Position end;                 // equal to `begin` where the node goes over several lines
  size_t offset = 0;            // of a scalar's first character (quote and `|` included), in bytes
  std::string text;             // kScalar
  std::vector<YamlNode> items;  // kList: its items; kMap: its values
  std::vector<YamlKey> keys;    // kMap: one a value, distinct

  bool IsScalar() const { return kind == Kind::kScalar; }
  bool IsList() const { return kind == Kind::kList; }
  bool IsMap() const { return kind == Kind::kMap; }

  // The value of a map's key, or null.
  const YamlNode* Find(std::string_view key) const {
    for (size_t i = 0; i < keys.size(); ++i) {
      if (keys[i].name == key) return &items[i];
    }
    return nullptr;
  }
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_YAML_NODE_H_
