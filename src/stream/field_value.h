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
struct NamedField;

using FieldList = std::vector<FieldValue>;

// In the order in which it is written; names are unique.
using Fields = std::vector<NamedField>;

// Integers and doubles are distinct (1 is not 1.0): a slider of integers is not one of floats.
struct FieldValue {
  std::variant<std::nullptr_t, bool, int64_t, double, std::string, FieldList, Fields> data;

  bool operator==(const FieldValue&) const;
};

// A pair of a name and a value. Not a std::pair: that one cannot be named before FieldValue is
// complete.
struct NamedField {
  NamedField(std::string name, FieldValue value)
      : first(std::move(name)), second(std::move(value)) {}

  std::string first;
  FieldValue second;

  bool operator==(const NamedField&) const = default;
};

// Opaque data appears as {"opaque": "text of the expression that made it"}.
inline constexpr const char* kOpaqueField = "opaque";

FieldValue OpaqueFieldValue(std::string expression);
bool IsOpaque(const FieldValue& value);

// The field called `name`, or null.
const FieldValue* FindField(const Fields& fields, std::string_view name);

}  // namespace streplay

#endif  // STREPLAY_STREAM_FIELD_VALUE_H_
