// Compares the fields of two elements of one type.
#ifndef STREPLAY_GOLDEN_FIELD_DIFF_H_
#define STREPLAY_GOLDEN_FIELD_DIFF_H_

#include <optional>
#include <string>
#include <vector>

#include "stream/field_value.h"

namespace streplay {

struct FieldDifference {
  std::string field;                    // `label`, `spec.mark.type`, `options[2]`
  std::optional<std::string> expected;  // canonical JSON; absent: that side has no such field
  std::optional<std::string> got;
};

// In the order of `expected`, then what only `got` has. Goes into objects, and into lists of equal
// length, so that a difference names the innermost place. With `opaque_is_anything`, opaque data on
// either side equals any data, or none, on the other.
std::vector<FieldDifference> DiffFields(const Fields& expected, const Fields& got,
                                        bool opaque_is_anything);

// Whether opaque data stands anywhere in `value`.
bool HoldsOpaque(const FieldValue& value);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_FIELD_DIFF_H_
