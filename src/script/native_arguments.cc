#include "script/native_arguments.h"

#include <algorithm>

#include "script/heap.h"
#include "script/operations.h"

namespace streplay::script {
namespace {

// A bound counted from the start, or nothing when it is no integer.
std::optional<int64_t> ResolveBound(Interpreter& interpreter, const Value& bound, int64_t fallback,
                                    int64_t length, bool none_allowed) {
  if (bound.empty() || (bound.is_none() && none_allowed)) return fallback;
  bool has_index =
      bound.is_integral() ||
      (bound.is_object() &&
       !FindAttribute(interpreter, bound, interpreter.heap().Intern("__index__")).empty());
  if (interpreter.failed()) return std::nullopt;
  if (!has_index) {
    interpreter.RaiseTypeError(
        none_allowed ? "slice indices must be integers or None or have an __index__ method"
                     : "slice indices must be integers or have an __index__ method");
    return std::nullopt;
  }
  std::optional<int64_t> index = ToIndex(interpreter, bound);
  if (!index) return std::nullopt;
  return *index < 0 ? std::max<int64_t>(*index + length, 0) : *index;
}

}  // namespace

std::optional<std::vector<Value>> BindParameters(Interpreter& interpreter, std::string_view name,
                                                 std::string_view signature,
                                                 const Arguments& arguments,
                                                 ArityMessages messages) {
  const Signature& parsed = interpreter.heap().SignatureOf(signature);
  std::vector<Value> bound(parsed.size());
  if (!BindArguments(interpreter, {name, &parsed, {}, messages, {}}, arguments, bound)) {
    return std::nullopt;
  }
  return bound;
}

std::optional<SearchRange> ResolveSearchRange(Interpreter& interpreter, const Value& begin,
                                              const Value& end, int64_t length, bool none_allowed) {
  std::optional<int64_t> first = ResolveBound(interpreter, begin, 0, length, none_allowed);
  if (!first) return std::nullopt;
  std::optional<int64_t> last = ResolveBound(interpreter, end, length, length, none_allowed);
  if (!last) return std::nullopt;
  return SearchRange{*first, std::min(*last, length)};
}

std::optional<int64_t> IndexOr(Interpreter& interpreter, const Value& value, int64_t fallback) {
  return value.empty() ? fallback : ToIndex(interpreter, value);
}

std::optional<bool> TruthOr(Interpreter& interpreter, const Value& value, bool fallback) {
  return value.empty() ? fallback : IsTrue(interpreter, value);
}

}  // namespace streplay::script
