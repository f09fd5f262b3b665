// Hashing of arguments and widget values for cache keys (Streamlit's caching/hashing.py).
#ifndef STREPLAY_RUNTIME_VALUE_HASHER_H_
#define STREPLAY_RUNTIME_VALUE_HASHER_H_

#include <optional>
#include <string>
#include <string_view>

#include "script/value.h"

namespace streplay {

class ScriptRun;

// Bytes that are equal exactly when the profile takes the values for the same input of a cached
// function: `argument_hash: exact` tells any two different values apart; `colliding` joins what
// Streamlit's hasher joins. Nothing when the value cannot be hashed (UnhashableTypeError is
// pending), or another completion is pending.
std::optional<std::string> HashBytes(ScriptRun& run, const script::Value& value);

// What HashBytes gives for the tuple of a text and a value, without the tuple: the names of
// arguments and the ids of widgets are hashed with theirs.
std::optional<std::string> HashBytesOfPair(ScriptRun& run, std::string_view text,
                                           const script::Value& value);

// Whether the value is one of the datetime module's: immutable, and told by its repr.
bool IsDateOrDuration(const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_VALUE_HASHER_H_
