#include "runtime/element_builder.h"

#include <algorithm>

#include "base/check.h"
#include "base/float_text.h"
#include "registry/delta.h"

namespace streplay {
namespace {

// protobuf's default of a field: it is not printed. But an exception's empty message is: it tells
// the exception from one whose sentence is Streamlit's, which has none (specs/stream-format.md).
bool IsDefault(const Field& field, const FieldValue& value) {
  if (field.kind == FieldKind::kFact || field.id == FieldId::kMessage) return false;
  if (const auto* truth = std::get_if<bool>(&value.data)) return !*truth;
  if (const auto* integer = std::get_if<int64_t>(&value.data)) return *integer == 0;
  if (const auto* number = std::get_if<double>(&value.data)) return *number == 0;
  if (const auto* items = std::get_if<FieldList>(&value.data)) return items->empty();
  if (const auto* members = std::get_if<Fields>(&value.data)) return members->empty();
  if (const auto* text = std::get_if<std::string>(&value.data)) {
    return field.kind == FieldKind::kEnum ? *text == field.values.front() : text->empty();
  }
  return true;  // null
}

void AppendCanonical(std::string& text, const FieldValue& value) {
  struct Writer {
    std::string& text;
    void operator()(std::nullptr_t) const { text += 'n'; }
    void operator()(bool truth) const { text += truth ? 't' : 'f'; }
    void operator()(int64_t integer) const { text += 'i' + std::to_string(integer) + ';'; }
    void operator()(double number) const { text += 'd' + FloatText(number) + ';'; }
    void operator()(const std::string& string) const {
      text += 's' + std::to_string(string.size()) + ':' + string;
    }
    void operator()(const FieldList& items) const {
      text += '[';
      for (const FieldValue& item : items) AppendCanonical(text, item);
      text += ']';
    }
    void operator()(const Fields& members) const {
      text += '{';
      for (const auto& [name, member] : members) {
        (*this)(name);
        AppendCanonical(text, member);
      }
      text += '}';
    }
  };
  std::visit(Writer{text}, value.data);
}

}  // namespace

ElementBuilder::ElementBuilder(DeltaType type) {
  message_.kind = DeltaRecord::Kind::kElement;
  message_.delta_type = type;
  message_.element.type = GetDelta(type).name;
}

ElementBuilder::ElementBuilder(BlockType type) {
  message_.kind = DeltaRecord::Kind::kBlock;
  message_.block_type = type;
  message_.element.type = GetBlock(type).name;
}

ElementBuilder::ElementBuilder(const DeltaMessage& built) : message_(built) {
  message_.element.fields.clear();
  for (const Field& field : known_fields()) {
    const FieldValue* value = streplay::FindField(built.element.fields, field.name);
    if (value != nullptr) values_.emplace_back(field.id, *value);
  }
}

std::span<const Field> ElementBuilder::known_fields() const {
  return message_.kind == DeltaRecord::Kind::kElement ? GetDelta(message_.delta_type).fields
                                                      : GetBlock(message_.block_type).fields;
}

ElementBuilder& ElementBuilder::Set(FieldId field, FieldValue value) {
  STREPLAY_CHECK(FindField(known_fields(), field) != nullptr);
  auto same = [field](const auto& entry) { return entry.first == field; };
  auto entry = std::find_if(values_.begin(), values_.end(), same);
  if (entry != values_.end()) {
    entry->second = std::move(value);
  } else {
    values_.emplace_back(field, std::move(value));
  }
  return *this;
}

const FieldValue* ElementBuilder::Find(FieldId field) const {
  auto same = [field](const auto& entry) { return entry.first == field; };
  auto entry = std::find_if(values_.begin(), values_.end(), same);
  return entry == values_.end() ? nullptr : &entry->second;
}

std::string ElementBuilder::IdentityText() const {
  std::string text;
  for (const Field& field : known_fields()) {
    const FieldValue* value = field.identity ? Find(field.id) : nullptr;
    if (value == nullptr || IsDefault(field, *value)) continue;
    text += field.name;
    text += '=';
    AppendCanonical(text, *value);
  }
  return text;
}

DeltaMessagePtr ElementBuilder::Build() const {
  auto message = std::make_shared<DeltaMessage>(message_);
  for (const Field& field : known_fields()) {
    const FieldValue* value = field.compared ? Find(field.id) : nullptr;
    if (value == nullptr || IsDefault(field, *value)) continue;
    message->element.fields.emplace_back(std::string(field.name), *value);
  }
  return message;
}

}  // namespace streplay
