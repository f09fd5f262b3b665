// What functions written in C++ do with their arguments before they start: constructors bind them,
// searches turn optional bounds into a range.
#ifndef STREPLAY_SCRIPT_NATIVE_ARGUMENTS_H_
#define STREPLAY_SCRIPT_NATIVE_ARGUMENTS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "script/arguments.h"
#include "script/signature.h"
#include "script/value.h"

namespace streplay::script {

class Interpreter;

// One Value for each parameter of the signature, as a native function gets them
// (native_function.h); nothing when a TypeError was raised.
std::optional<std::vector<Value>> BindParameters(
    Interpreter& interpreter, std::string_view name, std::string_view signature,
    const Arguments& arguments, ArityMessages messages = ArityMessages::kConstructor);

// A stretch [begin, end) of a sequence; `begin` may lie behind its end.
struct SearchRange {
  int64_t begin = 0;
  int64_t end = 0;
};

// The bounds of find(), index(), count(), startswith() …: negative ones count from the end, both
// are cut to the length. Empty ones are left out; None is one of those where `none_allowed`.
std::optional<SearchRange> ResolveSearchRange(Interpreter& interpreter, const Value& begin,
                                              const Value& end, int64_t length, bool none_allowed);

// Absent means the default.
std::optional<int64_t> IndexOr(Interpreter& interpreter, const Value& value, int64_t fallback);
std::optional<bool> TruthOr(Interpreter& interpreter, const Value& value, bool fallback);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_NATIVE_ARGUMENTS_H_
