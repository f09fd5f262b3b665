// What a plain (unquoted) scalar means: the core schema of YAML 1.2.
#ifndef STREPLAY_SCENARIO_CORE_SCHEMA_H_
#define STREPLAY_SCENARIO_CORE_SCHEMA_H_

#include <optional>
#include <string_view>

#include "scenario/plain_value.h"

namespace streplay {

// null: empty, ~, null, Null, NULL. bool: true, false and their two other spellings each. int:
// decimal with a sign, 0o17, 0x1F. float: with a point or an exponent, .inf, .nan. Everything else
// is a string. `yes`, `no`, `on`, `off` are strings.
PlainValue::Kind ClassifyPlainScalar(std::string_view text);

// The value of a plain scalar, its text kept. Nothing for a number that does not fit: an integer
// beyond 64 bits, a float beyond the largest double.
std::optional<PlainValue> ResolvePlainScalar(std::string_view text);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_CORE_SCHEMA_H_
