// Reads specs/commands.yaml. The shape of every entry is checked here; how entries refer to one
// another is checked by registry/generator/spec_rules.h.
#ifndef STREPLAY_REGISTRY_GENERATOR_SPEC_READER_H_
#define STREPLAY_REGISTRY_GENERATOR_SPEC_READER_H_

#include <optional>

#include "base/diagnostic.h"
#include "registry/generator/spec.h"

namespace streplay::generator {

// The whole file, or nothing after at least one diagnostic.
[[nodiscard]] std::optional<Spec> ReadSpec(const SourceTextPtr& source, Diagnostics& diagnostics);

}  // namespace streplay::generator

#endif  // STREPLAY_REGISTRY_GENERATOR_SPEC_READER_H_
