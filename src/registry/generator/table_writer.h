// Writes a checked Spec as C++: the enums that registry/ids.h includes and the constant tables that
// registry/registry.cc includes. The same Spec always gives the same bytes.
#ifndef STREPLAY_REGISTRY_GENERATOR_TABLE_WRITER_H_
#define STREPLAY_REGISTRY_GENERATOR_TABLE_WRITER_H_

#include <string>

#include "registry/generator/spec.h"

namespace streplay::generator {

std::string WriteIds(const Spec& spec);
std::string WriteTables(const Spec& spec);

}  // namespace streplay::generator

#endif  // STREPLAY_REGISTRY_GENERATOR_TABLE_WRITER_H_
