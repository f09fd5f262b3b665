// Operators on any values: numbers at once, else the left one is asked, then the right one.
#include "script/class_object.h"
#include "script/float_arithmetic.h"
#include "script/integer_arithmetic.h"
#include "script/operations.h"

namespace streplay::script {

namespace {

bool IsNumber(const Value& value) {
  return value.is_integral() || value.is_float();
}

Value IntValue(Interpreter& interpreter, const PlainResult<int64_t>& result) {
  return result.ok() ? Value::Int(result.value()) : interpreter.Raise(result.error());
}

Value FloatValue(Interpreter& interpreter, const PlainResult<double>& result) {
  return result.ok() ? Value::Float(result.value()) : interpreter.Raise(result.error());
}

Value IntegerOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                       const Value& right) {
  int64_t a = left.as_int();
  int64_t b = right.as_int();
  if (op == BinaryOperator::kDivide) return FloatValue(interpreter, IntTrueDivide(a, b));
  if (op == BinaryOperator::kPower && b < 0) {
    return FloatValue(interpreter, FloatPower(static_cast<double>(a), static_cast<double>(b)));
  }
  bool is_bitwise = op == BinaryOperator::kBitAnd || op == BinaryOperator::kBitOr ||
                    op == BinaryOperator::kBitXor;
  Value result = IntValue(interpreter, IntBinary(op, a, b));
  if (is_bitwise && left.is_bool() && right.is_bool()) return Value::Bool(result.as_int() != 0);
  return result;
}

// Empty without anything pending when floats do not have the operator.
Value FloatOperation(Interpreter& interpreter, BinaryOperator op, double a, double b) {
  switch (op) {
    case BinaryOperator::kAdd:
      return Value::Float(a + b);
    case BinaryOperator::kSubtract:
      return Value::Float(a - b);
    case BinaryOperator::kMultiply:
      return Value::Float(a * b);
    case BinaryOperator::kDivide:
      return FloatValue(interpreter, FloatDivide(a, b));
    case BinaryOperator::kFloorDivide:
      return FloatValue(interpreter, FloatFloorDivide(a, b));
    case BinaryOperator::kModulo:
      return FloatValue(interpreter, FloatModulo(a, b));
    case BinaryOperator::kPower:
      return FloatValue(interpreter, FloatPower(a, b));
    default:
      return {};
  }
}

Value NumberOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                      const Value& right) {
  if (left.is_integral() && right.is_integral()) {
    return IntegerOperation(interpreter, op, left, right);
  }
  Value result = FloatOperation(interpreter, op, *AsNumber(left), *AsNumber(right));
  bool unsupported = result.empty() && !interpreter.failed();
  return unsupported ? Value::NotImplemented() : result;
}

Value ObjectOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                      const Value& right) {
  Object* a = left.object();
  Object* b = right.object();
  // A value of the host knows what to do with a list or str that would only raise.
  bool host_first = b != nullptr && b->kind() == ObjectKind::kHost &&
                    (a == nullptr || a->kind() != ObjectKind::kHost);
  if (host_first) {
    Value result = b->ReflectedBinary(interpreter, op, left);
    if (!result.is_not_implemented()) return result;
  }
  if (a != nullptr) {
    Value result = a->Binary(interpreter, op, right);
    if (!result.is_not_implemented()) return result;
  }
  if (b != nullptr && !host_first) return b->ReflectedBinary(interpreter, op, left);
  return Value::NotImplemented();
}

Value Operation(Interpreter& interpreter, BinaryOperator op, const Value& left, const Value& right,
                std::string_view text) {
  Value result = IsNumber(left) && IsNumber(right) ? NumberOperation(interpreter, op, left, right)
                                                   : ObjectOperation(interpreter, op, left, right);
  if (!result.is_not_implemented()) return result;
  return interpreter.RaiseTypeError("unsupported operand type(s) for " + std::string(text) + ": '" +
                                    TypeName(interpreter, left) + "' and '" +
                                    TypeName(interpreter, right) + "'");
}

}  // namespace

Value BinaryOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                      const Value& right) {
  return Operation(interpreter, op, left, right, OperatorMessageText(op));
}

Value InPlaceOperation(Interpreter& interpreter, BinaryOperator op, const Value& left,
                       const Value& right) {
  if (Object* object = left.object()) {
    Value result = object->InPlaceBinary(interpreter, op, right);
    if (!result.is_not_implemented()) return result;
  }
  return Operation(interpreter, op, left, right, InPlaceOperatorText(op));
}

Value UnaryOperation(Interpreter& interpreter, UnaryOperator op, const Value& operand) {
  if (op == UnaryOperator::kNot) {
    std::optional<bool> truth = IsTrue(interpreter, operand);
    return truth ? Value::Bool(!*truth) : Value();
  }
  if (Object* object = operand.object()) return object->Unary(interpreter, op);
  if (operand.is_integral()) {
    int64_t number = operand.as_int();
    if (op == UnaryOperator::kInvert) return Value::Int(~number);
    if (op == UnaryOperator::kPlus) return Value::Int(number);
    return IntValue(interpreter, IntBinary(BinaryOperator::kSubtract, 0, number));
  }
  if (operand.is_float() && op != UnaryOperator::kInvert) {
    return Value::Float(op == UnaryOperator::kMinus ? -operand.as_float() : operand.as_float());
  }
  return interpreter.RaiseTypeError("bad operand type for unary " + std::string(OperatorText(op)) +
                                    ": '" + TypeName(interpreter, operand) + "'");
}

}  // namespace streplay::script
