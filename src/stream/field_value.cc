#include "stream/field_value.h"

namespace streplay {

// Here and not in the header: there, NamedField is not complete yet.
bool FieldValue::operator==(const FieldValue& other) const {
  return data == other.data;
}

FieldValue OpaqueFieldValue(std::string expression) {
  return {Fields{{kOpaqueField, FieldValue{std::move(expression)}}}};
}

bool IsOpaque(const FieldValue& value) {
  const auto* fields = std::get_if<Fields>(&value.data);
  return fields != nullptr && fields->size() == 1 && fields->front().first == kOpaqueField;
}

const FieldValue* FindField(const Fields& fields, std::string_view name) {
  for (const auto& [field_name, value] : fields) {
    if (field_name == name) return &value;
  }
  return nullptr;
}

}  // namespace streplay
