#include "stream/field_value.h"

namespace streplay {

// Here and not in the header: there, the pairs of Fields are not complete yet.
bool FieldValue::operator==(const FieldValue&) const = default;

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
