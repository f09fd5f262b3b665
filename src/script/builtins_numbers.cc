// Built-ins about numbers, and the classes int, float and bool.
#include <cmath>

#include "script/bind_constructor.h"
#include "script/bytes_object.h"
#include "script/float_arithmetic.h"
#include "script/install_builtins.h"
#include "script/integer_arithmetic.h"
#include "script/native_function.h"
#include "script/number_text.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay::script {

namespace {

Value IntValue(Interpreter& interpreter, PlainResult<int64_t> result) {
  return result.ok() ? Value::Int(result.value()) : interpreter.Raise(result.error());
}

Value FloatValue(Interpreter& interpreter, PlainResult<double> result) {
  return result.ok() ? Value::Float(result.value()) : interpreter.Raise(result.error());
}

// The text of a str or bytes argument to parse; null for anything else.
const std::string* ParseableText(const Value& value) {
  auto* bytes = value.As<BytesObject>();
  return bytes != nullptr ? &bytes->data() : TextOf(value);
}

Value Abs(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& number = arguments[0];
  if (number.is_float()) return Value::Float(std::fabs(number.as_float()));
  if (number.is_integral()) {
    if (number.as_int() >= 0) return Value::Int(number.as_int());
    return UnaryOperation(interpreter, UnaryOperator::kMinus, number);
  }
  Value method = FindAttribute(interpreter, number, interpreter.heap().Intern("__abs__"));
  if (!method.empty()) return interpreter.Call(method, Arguments{});
  if (interpreter.failed()) return {};
  return interpreter.RaiseTypeError("bad operand type for abs(): '" +
                                    TypeName(interpreter, number) + "'");
}

Value Divmod(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& left = arguments[0];
  const Value& right = arguments[1];
  Value quotient;
  Value remainder;
  if (left.is_integral() && right.is_integral()) {
    quotient = IntValue(interpreter, IntFloorDivide(left.as_int(), right.as_int()));
    if (quotient.empty()) return {};
    remainder = IntValue(interpreter, IntModulo(left.as_int(), right.as_int()));
  } else if (AsNumber(left) && AsNumber(right)) {
    PlainResult<FloatQuotient> result = FloatDivMod(*AsNumber(left), *AsNumber(right));
    if (!result.ok()) return interpreter.Raise(result.error());
    quotient = Value::Float(result.value().quotient);
    remainder = Value::Float(result.value().remainder);
  } else if (left.is_object() || right.is_object()) {
    // What has both operators (a timedelta) has divmod, too.
    quotient = BinaryOperation(interpreter, BinaryOperator::kFloorDivide, left, right);
    if (!quotient.empty()) {
      remainder = BinaryOperation(interpreter, BinaryOperator::kModulo, left, right);
    }
    if (interpreter.IsPending(*interpreter.classes().type_error)) interpreter.TakeException();
  }
  if (!quotient.empty() && !remainder.empty()) {
    return interpreter.heap().MakeTuple({quotient, remainder});
  }
  if (interpreter.failed()) return {};
  return interpreter.RaiseTypeError("unsupported operand type(s) for divmod(): '" +
                                    TypeName(interpreter, left) + "' and '" +
                                    TypeName(interpreter, right) + "'");
}

Value Pow(Interpreter& interpreter, std::span<const Value> arguments) {
  if (arguments[2].empty() || arguments[2].is_none()) {
    return BinaryOperation(interpreter, BinaryOperator::kPower, arguments[0], arguments[1]);
  }
  for (const Value& argument : arguments) {
    if (argument.is_integral()) continue;
    if (argument.is_float()) {
      return interpreter.RaiseTypeError(
          "pow() 3rd argument not allowed unless all arguments are integers");
    }
    return interpreter.RaiseTypeError("unsupported operand type(s) for ** or pow(): '" +
                                      TypeName(interpreter, arguments[0]) + "', '" +
                                      TypeName(interpreter, arguments[1]) + "', '" +
                                      TypeName(interpreter, arguments[2]) + "'");
  }
  return IntValue(interpreter, IntPowerModulo(arguments[0].as_int(), arguments[1].as_int(),
                                              arguments[2].as_int()));
}

Value Round(Interpreter& interpreter, std::span<const Value> arguments) {
  const Value& number = arguments[0];
  bool has_digits = !arguments[1].empty() && !arguments[1].is_none();
  if (!number.is_float() && !number.is_integral()) {
    return interpreter.RaiseTypeError("type " + TypeName(interpreter, number) +
                                      " doesn't define __round__ method");
  }
  if (!has_digits) {
    if (number.is_integral()) return Value::Int(number.as_int());
    return IntValue(interpreter, RoundFloatToInt(number.as_float()));
  }
  auto digits = ToIndex(interpreter, arguments[1]);
  if (!digits) return {};
  if (number.is_integral()) return IntValue(interpreter, RoundInt(number.as_int(), *digits));
  return FloatValue(interpreter, RoundFloat(number.as_float(), *digits));
}

Value ParseWithBase(Interpreter& interpreter, const Value& text, const Value& base) {
  const std::string* digits = ParseableText(text);
  if (digits == nullptr) {
    return interpreter.RaiseTypeError("int() can't convert non-string with explicit base");
  }
  auto number = ToIndex(interpreter, base);
  return number ? IntValue(interpreter, ParseInt(*digits, *number)) : Value();
}

Value ConstructInt(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value bound[2];
  if (!BindConstructor(interpreter, "int", "x=0, /, base=10", arguments, bound)) return {};
  if (!bound[1].empty()) {
    if (bound[0].empty()) return interpreter.RaiseTypeError("int() missing string argument");
    return ParseWithBase(interpreter, bound[0], bound[1]);
  }
  const Value& value = bound[0];
  if (value.empty()) return Value::Int(0);
  if (value.is_integral()) return Value::Int(value.as_int());
  if (value.is_float()) return IntValue(interpreter, TruncateFloat(value.as_float()));
  if (const std::string* text = ParseableText(value)) {
    return IntValue(interpreter, ParseInt(*text));
  }
  return interpreter.RaiseTypeError(
      "int() argument must be a string, a bytes-like object or a real number, not '" +
      TypeName(interpreter, value) + "'");
}

Value ConstructFloat(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value value;
  if (!BindConstructor(interpreter, "float", "x=0, /", arguments, {&value, 1})) return {};
  if (value.empty()) return Value::Float(0);
  if (auto number = AsNumber(value)) return Value::Float(*number);
  if (const std::string* text = ParseableText(value)) {
    Value number = FloatValue(interpreter, ParseFloat(*text));
    bool is_nan = number.is_float() && std::isnan(number.as_float());
    return is_nan ? interpreter.heap().MakeNan() : number;
  }
  return interpreter.RaiseTypeError("float() argument must be a string or a real number, not '" +
                                    TypeName(interpreter, value) + "'");
}

Value ConstructBool(Interpreter& interpreter, ClassObject&, const Arguments& arguments) {
  Value value;
  if (!BindConstructor(interpreter, "bool", "x=False, /", arguments, {&value, 1})) return {};
  if (value.empty()) return Value::Bool(false);
  auto truth = IsTrue(interpreter, value);
  return truth ? Value::Bool(*truth) : Value();
}

constexpr NativeFunction kFunctions[] = {
    {"abs", "x, /", &Abs},
    {"divmod", "x, y, /", &Divmod},
    {"pow", "base, exp, mod=None", &Pow},
    {"round", "number, ndigits=None", &Round},
};

}  // namespace

void InstallNumberBuiltins(Heap& heap) {
  const BuiltinClasses& classes = heap.classes();
  classes.integer->set_constructor(&ConstructInt);
  classes.floating->set_constructor(&ConstructFloat);
  classes.boolean->set_constructor(&ConstructBool);
  DefineFunctions(heap, heap.builtins(), kFunctions);
}

}  // namespace streplay::script
