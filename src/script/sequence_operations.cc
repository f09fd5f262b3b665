#include "script/sequence_operations.h"

#include <algorithm>

#include "script/operations.h"

namespace streplay::script {

std::optional<bool> SequenceContains(Interpreter& interpreter, const std::vector<Value>& items,
                                     const Value& wanted) {
  for (size_t i = 0; i < items.size(); ++i) {
    if (!interpreter.Step()) return std::nullopt;
    Value item = items[i];
    std::optional<bool> equal = AreEqual(interpreter, item, wanted);
    if (!equal) return std::nullopt;
    if (*equal) return true;
  }
  return false;
}

Value CompareSequences(Interpreter& interpreter, Comparison comparison,
                       const std::vector<Value>& left, const std::vector<Value>& right) {
  bool only_equality = comparison == Comparison::kEqual || comparison == Comparison::kNotEqual;
  if (only_equality && left.size() != right.size()) {
    return Value::Bool(comparison == Comparison::kNotEqual);
  }
  RecursionScope scope(interpreter, " in comparison");
  if (!scope.entered()) return {};
  size_t i = 0;
  for (; i < left.size() && i < right.size(); ++i) {
    if (!interpreter.Step()) return {};
    Value a = left[i];
    Value b = right[i];
    std::optional<bool> equal = AreEqual(interpreter, a, b);
    if (!equal) return {};
    if (*equal) continue;
    if (only_equality) return Value::Bool(comparison == Comparison::kNotEqual);
    return CompareValues(interpreter, comparison, a, b);
  }
  int order = left.size() < right.size() ? -1 : left.size() > right.size() ? 1 : 0;
  return Value::Bool(Satisfies(comparison, order));
}

std::optional<std::vector<Value>> RepeatItems(Interpreter& interpreter,
                                              const std::vector<Value>& items, int64_t count) {
  std::vector<Value> result;
  if (count <= 0 || items.empty()) return result;
  size_t rounds = static_cast<size_t>(count);
  bool overflows = rounds > SIZE_MAX / items.size();
  if (!interpreter.CheckSize(overflows ? SIZE_MAX : rounds * items.size())) return std::nullopt;
  if (items.size() == 1) {
    result.assign(rounds, items[0]);
    return result;
  }
  result.reserve(rounds * items.size());
  for (size_t i = 0; i < rounds; ++i) result.insert(result.end(), items.begin(), items.end());
  return result;
}

std::optional<std::vector<Value>> ConcatenateItems(Interpreter& interpreter,
                                                   const std::vector<Value>& left,
                                                   const std::vector<Value>& right) {
  if (!interpreter.CheckSize(left.size() + right.size())) return std::nullopt;
  std::vector<Value> result;
  result.reserve(left.size() + right.size());
  result.insert(result.end(), left.begin(), left.end());
  result.insert(result.end(), right.begin(), right.end());
  return result;
}

Value RaiseCannotMultiply(Interpreter& interpreter, const Value& factor) {
  return interpreter.RaiseTypeError("can't multiply sequence by non-int of type '" +
                                    TypeName(interpreter, factor) + "'");
}

}  // namespace streplay::script
