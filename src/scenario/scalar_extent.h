// Where a scalar stands in a YAML file, found in the text itself: yaml-cpp tells where a value
// starts, its anchor included, and neither how it was written nor where it ends.
#ifndef STREPLAY_SCENARIO_SCALAR_EXTENT_H_
#define STREPLAY_SCENARIO_SCALAR_EXTENT_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "scenario/yaml_node.h"

namespace streplay {

// The offset of the value itself, when its anchor (`&name`) stands at `offset`.
size_t SkipAnchor(std::string_view file, size_t offset);

// How the scalar at `offset` is written.
YamlNode::Style ScalarStyle(std::string_view file, size_t offset);

// The offset after the scalar at `offset`, whose content is `text`, where it stands on one line;
// `offset` where it goes over several. Nothing for a quoted string without its closing quote.
std::optional<size_t> ScalarEnd(std::string_view file, size_t offset, YamlNode::Style style,
                                std::string_view text);

// Whether a null is written at `offset` (`~`, `null`), rather than nothing at all.
bool IsWrittenNull(std::string_view file, size_t offset);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCALAR_EXTENT_H_
