// st.number_input: all its numbers are ints or all are floats, and so is its value.
#include <limits>

#include "base/check.h"
#include "runtime/element_call.h"
#include "runtime/javascript_number.h"
#include "runtime/notices.h"
#include "runtime/proto_value.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

class NumberSerde : public WidgetSerde {
 public:
  NumberSerde(Value initial, bool is_integer)
      : initial_(std::move(initial)), is_integer_(is_integer) {}

  Value Deserialize(ScriptRun&, const WireValue* wire) const override {
    if (wire == nullptr) return is_integer_ ? Value::Int(initial_.as_int()) : initial_;
    if (const auto* integer = std::get_if<int64_t>(wire)) return Value::Int(*integer);
    const auto* number = std::get_if<double>(wire);
    STREPLAY_CHECK(number != nullptr);
    return is_integer_ ? Value::Int(static_cast<int64_t>(*number)) : Value::Float(*number);
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::optional<double> number = ToProtoDouble(run.interpreter(), value);
    if (!number) return std::nullopt;
    if (is_integer_) return static_cast<int64_t>(*number);
    return *number;
  }

 private:
  Value initial_;
  bool is_integer_;
};

// The arguments once they are known to be numbers of one kind; None stands for "not given".
struct NumberArguments {
  Value least;
  Value greatest;
  Value value;
  Value step;
  std::string format;
  bool is_integer = false;
};

bool IsIntegerOrNone(const Value& value) {
  return value.empty() || value.is_none() || value.is_integral();
}

bool IsFloatOrNone(const Value& value) {
  return value.empty() || value.is_none() || value.is_float();
}

// The value and its kind: given, else the least value, else zero.
bool ReadNumbers(CommandCall& call, NumberArguments& numbers) {
  numbers = {call.Argument("min_value"),
             call.Argument("max_value"),
             call.Argument("value"),
             call.Argument("step"),
             {},
             false};
  bool are_integers = true;
  bool are_floats = true;
  for (const Value* value : {&numbers.least, &numbers.greatest, &numbers.value, &numbers.step}) {
    are_integers = are_integers && IsIntegerOrNone(*value);
    are_floats = are_floats && IsFloatOrNone(*value);
  }
  if (!are_integers && !are_floats) {
    RaiseBadArgument(call, "all numbers must be ints or all floats");
    return false;
  }
  if (numbers.value.empty()) {
    const bool is_integer = are_integers && !are_floats;
    numbers.value = is_integer ? Value::Int(0) : Value::Float(0);
    if (!numbers.least.is_none()) numbers.value = numbers.least;
  }
  if (numbers.value.is_none()) {
    RaiseBadArgument(call, "the value must be a number");
    return false;
  }
  numbers.is_integer = numbers.value.is_integral();
  return true;
}

// `format[-1] == "f"`, with Python's own errors for what has no last character.
std::optional<bool> EndsInF(CommandCall& call, const Value& format) {
  Value last = script::GetItem(call.interpreter, format, Value::Int(-1));
  if (last.empty()) return std::nullopt;
  return EqualsText(call, last, "f");
}

// A notice when the format does not suit the kind of number.
bool NoticeFormat(CommandCall& call, const Value& format, bool is_integer) {
  const std::string* text = script::TextOf(format);
  const bool is_for_integers = text != nullptr && (*text == "%d" || *text == "%u" || *text == "%i");
  if (is_for_integers && !is_integer) return ShowNotice(call.run, "number_input");
  std::optional<bool> is_for_floats = EndsInF(call, format);
  if (!is_for_floats) return false;
  return !*is_for_floats || !is_integer || ShowNotice(call.run, "number_input");
}

// Whether `float(format % 2)` works; a TypeError or ValueError of it is Streamlit's exception.
bool CheckFormat(CommandCall& call, const Value& format) {
  Interpreter& interpreter = call.interpreter;
  Value text =
      script::BinaryOperation(interpreter, script::BinaryOperator::kModulo, format, Value::Int(2));
  if (!text.empty()) text = interpreter.Call(Value(interpreter.classes().floating), {text});
  if (!text.empty()) return true;
  const script::BuiltinClasses& classes = interpreter.classes();
  if (!interpreter.IsPending(*classes.type_error) && !interpreter.IsPending(*classes.value_error)) {
    return false;
  }
  interpreter.TakeException();
  RaiseBadArgument(call, "the format must be one for a single number");
  return false;
}

bool ReadFormat(CommandCall& call, NumberArguments& numbers) {
  Value format = call.Argument("format");
  if (format.is_none()) {
    format = call.run.heap().MakeString(numbers.is_integer ? "%d" : "%0.2f");
  }
  if (!NoticeFormat(call, format, numbers.is_integer)) return false;
  if (numbers.step.is_none()) {
    numbers.step = numbers.is_integer ? Value::Int(1) : Value::Float(0.01);
  }
  if (!CheckFormat(call, format)) return false;
  std::optional<std::string> text = ToProtoText(call.interpreter, format);
  if (text) numbers.format = std::move(*text);
  return text.has_value();
}

// A bound that is zero bounds nothing here, as in Streamlit.
bool CheckBounds(CommandCall& call, const NumberArguments& numbers) {
  const double value = *script::AsNumber(numbers.value);
  const double least = script::AsNumber(numbers.least).value_or(0);
  const double greatest = script::AsNumber(numbers.greatest).value_or(0);
  const bool is_outside = (least != 0 && least > value) || (greatest != 0 && greatest < value);
  bool good = !is_outside;
  for (const Value& number : {numbers.least, numbers.greatest, numbers.step, numbers.value}) {
    good = good && (number.is_none() || IsJavaScriptNumber(number));
  }
  if (!good) RaiseBadArgument(call, "the value must be within its bounds and JavaScript's");
  return good;
}

void SetNumbers(ElementBuilder& builder, const NumberArguments& numbers) {
  WidgetFacts& facts = *builder.message().widget;
  facts.is_integer = numbers.is_integer;
  facts.min = script::AsNumber(numbers.least);
  facts.max = script::AsNumber(numbers.greatest);
  if (!numbers.is_integer) builder.SetText(FieldId::kDataType, "FLOAT");
  if (facts.min) builder.SetBool(FieldId::kHasMin, true).SetDouble(FieldId::kMin, *facts.min);
  if (facts.max) builder.SetBool(FieldId::kHasMax, true).SetDouble(FieldId::kMax, *facts.max);
  const double value = *script::AsNumber(numbers.value);
  builder.SetDouble(FieldId::kDefault, value)
      .SetDouble(FieldId::kStep, *script::AsNumber(numbers.step))
      .SetText(FieldId::kFormat, numbers.format);
  if (numbers.is_integer) {
    facts.default_value = numbers.value.as_int();
  } else {
    facts.default_value = value;
  }
}

}  // namespace

Value NumberInput(CommandCall& call) {
  const Value& value = call.Argument("value");
  std::optional<WidgetRequest> request = BeginWidget(call, !value.empty() && !value.is_none());
  NumberArguments numbers;
  ElementBuilder builder(DeltaType::kNumberInput);
  bool good = request && ReadNumbers(call, numbers) && ReadFormat(call, numbers) &&
              CheckBounds(call, numbers) && SetLabel(call, builder) &&
              SetHelpAndForm(call, builder);
  if (!good) return {};
  SetNumbers(builder, numbers);
  request->serde = std::make_shared<NumberSerde>(numbers.value, numbers.is_integer);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
