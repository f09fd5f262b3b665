#include "runtime/widget_options.h"

#include <cmath>

#include "runtime/script_run.h"
#include "runtime/streamlit_errors.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {

using script::Interpreter;
using script::Value;

Value IndexableOptions(CommandCall& call) {
  Interpreter& interpreter = call.interpreter;
  const Value& options = call.Argument("options");
  if (!script::IsIterableValue(options)) {
    return RaiseStreamlits(call.run, *interpreter.classes().type_error,
                           "the options of a widget must be iterable");
  }
  Value method = script::FindAttribute(interpreter, options, interpreter.heap().Intern("index"));
  if (interpreter.failed()) return {};
  if (!method.empty() && script::IsCallable(method)) return options;
  std::vector<Value> items;
  if (!script::CollectItems(interpreter, options, items)) return {};
  return interpreter.heap().MakeList(std::move(items));
}

bool SetOptions(CommandCall& call, ElementBuilder& builder, const Value& options) {
  Interpreter& interpreter = call.interpreter;
  const Value& format = call.Argument("format_func");
  std::vector<std::string> texts;
  bool good = script::ForEach(interpreter, options, [&](const Value& option) {
    Value shown = interpreter.Call(format, {option});
    if (shown.empty()) return false;
    std::optional<std::string> text = script::StrText(interpreter, shown);
    if (text) texts.push_back(std::move(*text));
    return text.has_value();
  });
  if (!good) return false;
  FieldList list;
  for (const std::string& text : texts) list.push_back({text});
  builder.Set(FieldId::kOptions, {std::move(list)});
  builder.message().widget->options = std::move(texts);
  return true;
}

std::optional<int64_t> FindOption(ScriptRun& run, const Value& options, const Value& value) {
  constexpr double kFloatDistance = 0.000000000005;
  Interpreter& interpreter = run.interpreter();
  int64_t index = 0;
  bool found = false;
  Value iterator = script::Iterate(interpreter, options);
  while (!iterator.empty() && !found && interpreter.Step()) {
    Value option = script::Next(interpreter, iterator);
    if (option.empty()) break;
    std::optional<bool> is_equal =
        script::Holds(interpreter, script::Comparison::kEqual, value, option);
    if (!is_equal) break;
    bool is_near = option.is_float() && value.is_float() &&
                   std::abs(value.as_float() - option.as_float()) < kFloatDistance;
    found = *is_equal || is_near;
    if (!found) ++index;
  }
  if (found) return index;
  if (interpreter.failed()) return std::nullopt;
  RaiseStreamlits(run, *interpreter.classes().value_error, "the value is not among the options");
  return std::nullopt;
}

Value OptionAt(ScriptRun& run, const Value& options, int64_t index) {
  return script::GetItem(run.interpreter(), options, Value::Int(index));
}

bool IsRangeValue(const Value& value) {
  return value.Is<script::ListObject>() || value.Is<script::TupleObject>();
}

}  // namespace streplay
