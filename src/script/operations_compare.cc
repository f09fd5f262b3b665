// Comparison of any two values: numbers at once, else the left one is asked, then the right one,
// and at last identity decides equality.
#include "script/class_object.h"
#include "script/float_arithmetic.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

bool IsNumber(const Value& value) {
  return value.is_integral() || value.is_float();
}

template <class T>
bool CompareNumbers(Comparison comparison, T a, T b) {
  switch (comparison) {
    case Comparison::kEqual:
      return a == b;
    case Comparison::kNotEqual:
      return a != b;
    case Comparison::kLess:
      return a < b;
    case Comparison::kLessEqual:
      return a <= b;
    case Comparison::kGreater:
      return a > b;
    case Comparison::kGreaterEqual:
      return a >= b;
  }
  return false;
}

bool CompareMixed(Comparison comparison, int64_t integer, double real) {
  switch (CompareIntWithFloat(integer, real)) {
    case NumberOrder::kLess:
      return Satisfies(comparison, -1);
    case NumberOrder::kEqual:
      return Satisfies(comparison, 0);
    case NumberOrder::kGreater:
      return Satisfies(comparison, 1);
    case NumberOrder::kUnordered:
      break;
  }
  return comparison == Comparison::kNotEqual;
}

bool CompareNumberValues(Comparison comparison, const Value& a, const Value& b) {
  if (a.is_float() && b.is_float()) return CompareNumbers(comparison, a.as_float(), b.as_float());
  if (a.is_float()) return CompareMixed(Swapped(comparison), b.as_int(), a.as_float());
  if (b.is_float()) return CompareMixed(comparison, a.as_int(), b.as_float());
  return CompareNumbers(comparison, a.as_int(), b.as_int());
}

// The right operand comes first when its class is a subclass of the left one's.
bool RightComesFirst(Object* left, Object* right) {
  return left != nullptr && right != nullptr && &left->type() != &right->type() &&
         right->type().IsSubclassOf(left->type());
}

}  // namespace

Value CompareValues(Interpreter& interpreter, Comparison comparison, const Value& a,
                    const Value& b) {
  if (IsNumber(a) && IsNumber(b)) return Value::Bool(CompareNumberValues(comparison, a, b));
  Object* left = a.object();
  Object* right = b.object();
  bool right_first = RightComesFirst(left, right);
  if (right_first) {
    Value result = right->Compare(interpreter, Swapped(comparison), a);
    if (!result.is_not_implemented()) return result;
  }
  if (left != nullptr) {
    Value result = left->Compare(interpreter, comparison, b);
    if (!result.is_not_implemented()) return result;
  }
  if (right != nullptr && !right_first) {
    Value result = right->Compare(interpreter, Swapped(comparison), a);
    if (!result.is_not_implemented()) return result;
  }
  if (comparison == Comparison::kEqual) return Value::Bool(a.IsIdenticalTo(b));
  if (comparison == Comparison::kNotEqual) return Value::Bool(!a.IsIdenticalTo(b));
  return interpreter.RaiseTypeError(
      "'" + std::string(ComparisonText(comparison)) + "' not supported between instances of '" +
      TypeName(interpreter, a) + "' and '" + TypeName(interpreter, b) + "'");
}

std::optional<bool> Holds(Interpreter& interpreter, Comparison comparison, const Value& a,
                          const Value& b) {
  Value result = CompareValues(interpreter, comparison, a, b);
  if (result.is_bool()) return result.as_bool();
  if (result.empty()) return std::nullopt;
  return IsTrue(interpreter, result);
}

std::optional<bool> AreEqual(Interpreter& interpreter, const Value& a, const Value& b) {
  if (a.IsIdenticalTo(b)) return true;
  return Holds(interpreter, Comparison::kEqual, a, b);
}

}  // namespace streplay::script
