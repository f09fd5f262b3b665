// A script that stands in a YAML scalar, with the place of each of its lines.
#ifndef STREPLAY_SCENARIO_MAPPED_SCALAR_H_
#define STREPLAY_SCENARIO_MAPPED_SCALAR_H_

#include "base/source_text.h"
#include "scenario/yaml_node.h"

namespace streplay {

// `node` is a scalar of `source`. Exact for a literal block (`|`, whatever its indentation
// indicator and chomping) and for a scalar on one line that holds no escape; otherwise each line
// has the scalar's start as its origin.
MappedText MapScalar(const YamlNode& node, const SourceTextPtr& source);

// A whole file as a script.
MappedText MapFile(const SourceTextPtr& source);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_MAPPED_SCALAR_H_
