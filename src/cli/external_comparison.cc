#include "cli/external_comparison.h"

#include "registry/delta.h"

namespace streplay {
namespace {

bool Lists(std::span<const Field> fields, std::string_view name) {
  const Field* field = FindField(fields, name);
  return field != nullptr && field->compared;
}

// All of a type that the registry does not know counts: there is nothing to leave out.
bool Counts(std::string_view type, std::string_view field) {
  const Delta* delta = FindDelta(type);
  const Block* block = FindBlock(type);
  if (delta == nullptr && block == nullptr) return true;
  return (delta != nullptr && Lists(delta->fields, field)) ||
         (block != nullptr && Lists(block->fields, field));
}

}  // namespace

Comparison WithImplementation() {
  return WithExternal(Counts);
}

}  // namespace streplay
