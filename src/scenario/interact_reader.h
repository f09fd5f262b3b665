// `interact`: which widget, and what the person does to it.
#ifndef STREPLAY_SCENARIO_INTERACT_READER_H_
#define STREPLAY_SCENARIO_INTERACT_READER_H_

#include <optional>

#include "scenario/load_context.h"
#include "scenario/step.h"
#include "scenario/yaml_node.h"

namespace streplay {

// `node` is the value of the `interact` step.
std::optional<InteractStep> ReadInteract(const YamlNode& node, LoadContext& context);

// The value of a `session` key: letters, digits, `_`, `-` and `.`.
std::optional<std::string> ReadSession(const YamlNode& node, LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_INTERACT_READER_H_
