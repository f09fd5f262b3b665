// Fields as recorded tables write them: opaque data, which matches anything, is {"opaque":"*"}.
#ifndef STREPLAY_TESTS_RUNTIME_MASKED_FIELDS_H_
#define STREPLAY_TESTS_RUNTIME_MASKED_FIELDS_H_

#include "stream/field_value.h"

namespace streplay {

inline FieldValue Masked(const FieldValue& value);

inline Fields MaskedFields(const Fields& fields) {
  Fields masked;
  for (const auto& [name, value] : fields) masked.emplace_back(name, Masked(value));
  return masked;
}

inline FieldValue Masked(const FieldValue& value) {
  if (IsOpaque(value)) return OpaqueFieldValue("*");
  if (const auto* fields = std::get_if<Fields>(&value.data)) return {MaskedFields(*fields)};
  const auto* list = std::get_if<FieldList>(&value.data);
  if (list == nullptr) return value;
  FieldList masked;
  for (const FieldValue& item : *list) masked.push_back(Masked(item));
  return {masked};
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_RUNTIME_MASKED_FIELDS_H_
