// The operators of the language as values, with their spelling in messages.
#ifndef STREPLAY_SCRIPT_OPERATORS_H_
#define STREPLAY_SCRIPT_OPERATORS_H_

#include <string_view>

#include "script/ast_expressions.h"

namespace streplay::script {

// The six rich comparisons (`in` and `is` are not among them).
enum class Comparison { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

// "==", "<" …
std::string_view ComparisonText(Comparison comparison);

// What `b` is asked when `a` does not know: < becomes >, == stays.
Comparison Swapped(Comparison comparison);

// Whether an ordering (from a three-way comparison: negative, zero, positive) satisfies it.
bool Satisfies(Comparison comparison, int order);

// "+", "//" …; the spelling in `unsupported operand type(s) for …`: "** or pow()" for the power.
std::string_view OperatorText(BinaryOperator op);
std::string_view OperatorMessageText(BinaryOperator op);
std::string_view InPlaceOperatorText(BinaryOperator op);  // "+="

// "+", "-", "~".
std::string_view OperatorText(UnaryOperator op);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_OPERATORS_H_
