#include "script/operators.h"

namespace streplay::script {

std::string_view ComparisonText(Comparison comparison) {
  constexpr std::string_view kTexts[] = {"==", "!=", "<", "<=", ">", ">="};
  return kTexts[static_cast<size_t>(comparison)];
}

Comparison Swapped(Comparison comparison) {
  constexpr Comparison kSwapped[] = {Comparison::kEqual,   Comparison::kNotEqual,
                                     Comparison::kGreater, Comparison::kGreaterEqual,
                                     Comparison::kLess,    Comparison::kLessEqual};
  return kSwapped[static_cast<size_t>(comparison)];
}

bool Satisfies(Comparison comparison, int order) {
  switch (comparison) {
    case Comparison::kEqual:
      return order == 0;
    case Comparison::kNotEqual:
      return order != 0;
    case Comparison::kLess:
      return order < 0;
    case Comparison::kLessEqual:
      return order <= 0;
    case Comparison::kGreater:
      return order > 0;
    case Comparison::kGreaterEqual:
      return order >= 0;
  }
  return false;
}

std::string_view OperatorText(BinaryOperator op) {
  constexpr std::string_view kTexts[] = {
#define STREPLAY_BINARY(name, text, in_place, power) text,
#include "script/ast_operators.def"
  };
  return kTexts[static_cast<size_t>(op)];
}

std::string_view OperatorMessageText(BinaryOperator op) {
  return op == BinaryOperator::kPower ? "** or pow()" : OperatorText(op);
}

std::string_view InPlaceOperatorText(BinaryOperator op) {
  constexpr std::string_view kTexts[] = {
#define STREPLAY_BINARY(name, text, in_place, power) in_place,
#include "script/ast_operators.def"
  };
  return kTexts[static_cast<size_t>(op)];
}

std::string_view OperatorText(UnaryOperator op) {
  constexpr std::string_view kTexts[] = {
#define STREPLAY_UNARY(name, text) text,
#include "script/ast_operators.def"
  };
  return kTexts[static_cast<size_t>(op)];
}

}  // namespace streplay::script
