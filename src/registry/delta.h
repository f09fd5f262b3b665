// Element types ("deltas") and block types with the fields of theirs that streams carry
// (specs/stream-format.md). Constant data, generated from specs/commands.yaml; nothing is
// initialised at start-up.
//
// A record's fields are printed in the order of `fields`. A field at its default is not printed:
// zero, false, the empty string or list, an enum's first value, a message all of whose fields are
// at theirs. A fact is absent unless it was written; its value is text or null.
#ifndef STREPLAY_REGISTRY_DELTA_H_
#define STREPLAY_REGISTRY_DELTA_H_

#include <span>
#include <string_view>

#include "registry/ids.h"
#include "registry/vocabulary.h"

namespace streplay {

struct Field {
  FieldId id;
  std::string_view name;   // the key in a stream
  std::string_view proto;  // the protobuf field; empty for a fact
  FieldKind kind;
  bool identity;                             // takes part in the widget's id
  bool compared;                             // false: part of the id only, never printed
  std::span<const std::string_view> values;  // of an enum: index = protobuf number
  const Field* members;                      // of a message
  size_t member_count;

  std::span<const Field> fields() const { return {members, member_count}; }
};

struct Delta {
  DeltaType type;
  std::string_view name;  // as in a stream's `type` and in Streamlit's protobuf
  StateField state;       // kNone for an element that is no widget
  bool has_id;            // its message has an `id`: streamlit-1.18 records it as a widget
  std::span<const Field> fields;
};

struct Block {
  BlockType type;
  std::string_view name;   // as in a stream's `type`
  std::string_view proto;  // the member of protobuf's Block
  std::span<const Field> fields;
};

const Delta& GetDelta(DeltaType type);
const Delta* FindDelta(std::string_view name);
std::span<const Delta> AllDeltas();

const Block& GetBlock(BlockType type);
const Block* FindBlock(std::string_view name);
std::span<const Block> AllBlocks();

std::string_view FieldName(FieldId id);

// The field of that name among a type's or message's fields; null when it has none.
const Field* FindField(std::span<const Field> fields, FieldId id);
const Field* FindField(std::span<const Field> fields, std::string_view name);

}  // namespace streplay

#endif  // STREPLAY_REGISTRY_DELTA_H_
