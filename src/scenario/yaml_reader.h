// Reads one YAML document into a tree. The only user of yaml-cpp: its exceptions end here.
#ifndef STREPLAY_SCENARIO_YAML_READER_H_
#define STREPLAY_SCENARIO_YAML_READER_H_

#include <cstddef>
#include <optional>

#include "base/diagnostic.h"
#include "base/source_text.h"
#include "scenario/yaml_node.h"

namespace streplay {

// Lists and maps inside each other; the parser's recursion stays as shallow as that.
inline constexpr int kMaxYamlNesting = 100;
// Values in the document; what an anchor holds or an alias repeats is counted again.
inline constexpr size_t kMaxYamlNodes = 1'000'000;
// Brackets, commas, quotes, anchors and aliases. yaml-cpp holds all tokens of a bracketed value in
// memory before it tells of the first one, so they are counted beforehand.
inline constexpr size_t kMaxYamlIndicators = 1'000'000;

// `source` comes from DecodeTextFile. Nothing, with at least one error, for what is no YAML, an
// empty document, a second document, an alias inside its own anchor, and a document past a limit
// above; then reading ends at that fault. A tag, a merge key, a key that is no string and a key
// that stands twice are errors too, but the tree is returned without them, so that the rest can be
// checked: only `diagnostics` tells.
[[nodiscard]] std::optional<YamlNode> ReadYaml(const SourceTextPtr& source,
                                               Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_YAML_READER_H_
