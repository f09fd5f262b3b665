// Builds the message of an element or block: fields by FieldId, printed in the registry's order, a
// field at its protobuf default left out.
#ifndef STREPLAY_RUNTIME_ELEMENT_BUILDER_H_
#define STREPLAY_RUNTIME_ELEMENT_BUILDER_H_

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "registry/delta.h"
#include "runtime/delta_message.h"

namespace streplay {

class ElementBuilder {
 public:
  explicit ElementBuilder(DeltaType type);
  explicit ElementBuilder(BlockType type);
  // Goes on from a message that was built. Fields that are never printed are forgotten.
  explicit ElementBuilder(const DeltaMessage& built);

  // Sets a field of the type; setting it again replaces it. A field that the type does not have, or
  // a value of another kind than the registry says, is our bug.
  ElementBuilder& Set(FieldId field, FieldValue value);
  ElementBuilder& SetText(FieldId field, std::string value) {
    return Set(field, {std::move(value)});
  }
  ElementBuilder& SetBool(FieldId field, bool value) { return Set(field, {value}); }
  ElementBuilder& SetInt(FieldId field, int64_t value) { return Set(field, {value}); }
  ElementBuilder& SetDouble(FieldId field, double value) { return Set(field, {value}); }

  // Everything of the message beside the fields, to be filled in by the command.
  DeltaMessage& message() { return message_; }
  const DeltaMessage& message() const { return message_; }

  // The canonical text of the fields that take part in a widget's id (registry: `identity`), those
  // that are never printed included.
  std::string IdentityText() const;

  DeltaMessagePtr Build() const;

 private:
  std::span<const Field> known_fields() const;
  const FieldValue* Find(FieldId field) const;

  DeltaMessage message_;
  std::vector<std::pair<FieldId, FieldValue>> values_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ELEMENT_BUILDER_H_
