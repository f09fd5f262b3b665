// The value of an element's field: what JSON can hold, as plain data.
#ifndef STREPLAY_STREAM_FIELD_VALUE_H_
#define STREPLAY_STREAM_FIELD_VALUE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace streplay {

struct FieldValue;

using FieldList = std::vector<FieldValue>;

// In the order in which it is written; names are unique.
using Fields = std::vector<std::pair<std::string, FieldValue>>;

// Integers and doubles are distinct (1 is not 1.0): a slider of integers is not one of floats.
struct FieldValue {
  std::variant<std::nullptr_t, bool, int64_t, double, std::string, FieldList, Fields> data;

  bool operator==(const FieldValue&) const;  // member by member
};

// Opaque data appears as {"opaque": "text of the expression that made it"}.
inline constexpr const char* kOpaqueField = "opaque";

FieldValue OpaqueFieldValue(std::string expression);
bool IsOpaque(const FieldValue& value);

// The field called `name`, or null.
const FieldValue* FindField(const Fields& fields, std::string_view name);

}  // namespace streplay

#endif  // STREPLAY_STREAM_FIELD_VALUE_H_
