// Lookups over the generated tables. Ids index their table directly; names are found by binary
// search in a list of ids that the generator sorted.
#include <algorithm>

#include "base/check.h"
#include "registry/command.h"
#include "registry/delta.h"
#include "registry/page.h"

namespace streplay {
namespace {

#include "registry/registry_tables.inc"

// The entry of `table` called `name`; `by_name` lists the table's ids sorted by name.
template <typename Entry, typename Id>
const Entry* FindByName(std::span<const Entry> table, std::span<const Id> by_name,
                        std::string_view name) {
  auto name_of = [table](Id id) { return table[static_cast<size_t>(id)].name; };
  auto found = std::ranges::lower_bound(by_name, name, {}, name_of);
  if (found == by_name.end() || name_of(*found) != name) return nullptr;
  return &table[static_cast<size_t>(*found)];
}

template <typename Entry, typename Id>
const Entry& At(std::span<const Entry> table, Id id) {
  STREPLAY_CHECK(static_cast<size_t>(id) < table.size());
  return table[static_cast<size_t>(id)];
}

}  // namespace

const Command& GetCommand(CommandId id) {
  return At(AllCommands(), id);
}

const Command* FindCommand(std::string_view name) {
  return FindByName<Command, CommandId>(kCommands, kCommandsByName, name);
}

std::span<const Command> AllCommands() {
  return kCommands;
}

std::optional<size_t> FindParameter(const Command& command, std::string_view name) {
  auto found = std::ranges::find(command.parameters, name, &Parameter::name);
  if (found == command.parameters.end()) return std::nullopt;
  return static_cast<size_t>(found - command.parameters.begin());
}

const UnsupportedName* FindUnsupported(std::string_view name) {
  auto found = std::ranges::find(kUnsupported, name, &UnsupportedName::name);
  return found == std::end(kUnsupported) ? nullptr : found;
}

std::span<const UnsupportedName> AllUnsupported() {
  return kUnsupported;
}

const Delta& GetDelta(DeltaType type) {
  return At(AllDeltas(), type);
}

const Delta* FindDelta(std::string_view name) {
  return FindByName<Delta, DeltaType>(kDeltas, kDeltasByName, name);
}

std::span<const Delta> AllDeltas() {
  return kDeltas;
}

const Block& GetBlock(BlockType type) {
  return At(AllBlocks(), type);
}

const Block* FindBlock(std::string_view name) {
  return FindByName<Block, BlockType>(kBlocks, kBlocksByName, name);
}

std::span<const Block> AllBlocks() {
  return kBlocks;
}

std::string_view FieldName(FieldId id) {
  STREPLAY_CHECK(static_cast<size_t>(id) < kFieldCount);
  return kFieldNames[static_cast<size_t>(id)];
}

const Field* FindField(std::span<const Field> fields, FieldId id) {
  auto found = std::ranges::find(fields, id, &Field::id);
  return found == fields.end() ? nullptr : &*found;
}

const Field* FindField(std::span<const Field> fields, std::string_view name) {
  auto found = std::ranges::find(fields, name, &Field::name);
  return found == fields.end() ? nullptr : &*found;
}

std::span<const PageEntry> PageStaticCommands() {
  return kPageStatic;
}

std::span<const PageEntry> PageWidgetCommands() {
  return kPageWidgets;
}

}  // namespace streplay
