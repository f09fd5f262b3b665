// What must hold between the entries of specs/commands.yaml: unique names, references that exist,
// parameters in an order that Python allows, attributes that fit the category.
#ifndef STREPLAY_REGISTRY_GENERATOR_SPEC_RULES_H_
#define STREPLAY_REGISTRY_GENERATOR_SPEC_RULES_H_

#include "base/diagnostic.h"
#include "registry/generator/spec.h"

namespace streplay::generator {

// Appends a diagnostic for everything that does not hold.
void CheckSpec(const Spec& spec, Diagnostics& diagnostics);

}  // namespace streplay::generator

#endif  // STREPLAY_REGISTRY_GENERATOR_SPEC_RULES_H_
