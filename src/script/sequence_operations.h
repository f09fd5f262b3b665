// What lists and tuples have in common: vectors of Values that are searched, compared and repeated.
#ifndef STREPLAY_SCRIPT_SEQUENCE_OPERATIONS_H_
#define STREPLAY_SCRIPT_SEQUENCE_OPERATIONS_H_

#include <optional>
#include <vector>

#include "script/interpreter.h"
#include "script/operators.h"

namespace streplay::script {

// `in`. Comparing may change the sequence: it is asked for its size anew each round.
std::optional<bool> SequenceContains(Interpreter& interpreter, const std::vector<Value>& items,
                                     const Value& wanted);

// `<`, `==` … in lexicographic order.
Value CompareSequences(Interpreter& interpreter, Comparison comparison,
                       const std::vector<Value>& left, const std::vector<Value>& right);

// items * count, as Python repeats; nothing when the result would be too long.
std::optional<std::vector<Value>> RepeatItems(Interpreter& interpreter,
                                              const std::vector<Value>& items, int64_t count);

// left + right; nothing when the result would be too long.
std::optional<std::vector<Value>> ConcatenateItems(Interpreter& interpreter,
                                                   const std::vector<Value>& left,
                                                   const std::vector<Value>& right);

// The error of `sequence * x` for an x that is no integer.
Value RaiseCannotMultiply(Interpreter& interpreter, const Value& factor);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_SEQUENCE_OPERATIONS_H_
