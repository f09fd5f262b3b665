// The names of commands, element types, block types and fields as enums, generated from
// specs/commands.yaml in its order: CommandId, DeltaType, BlockType, FieldId, and the constants
// kCommandCount, kDeltaCount, kBlockCount, kFieldCount. `components.v1.html` is
// CommandId::kComponentsV1Html. A FieldId is a name, shared by every type that has a field of that
// name; what it is there (kind, default) the type's own Field says.
#ifndef STREPLAY_REGISTRY_IDS_H_
#define STREPLAY_REGISTRY_IDS_H_

#include <cstddef>
#include <cstdint>

#include "registry/registry_ids.inc"

#endif  // STREPLAY_REGISTRY_IDS_H_
