// st.multiselect: a list of options. The browser sends their positions, in the order of picking.
#include "runtime/element_call.h"
#include "runtime/proto_value.h"
#include "runtime/script_run.h"
#include "runtime/streamlit_errors.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "runtime/widget_options.h"
#include "script/list_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

using Positions = std::vector<int64_t>;

// What counts as the chosen options: a list's items; else the value itself when it is an option or
// false; else its items.
bool CollectChosen(ScriptRun& run, const Value& options, const Value& value,
                   std::vector<Value>& chosen) {
  Interpreter& interpreter = run.interpreter();
  if (!value.Is<script::ListObject>()) {
    std::optional<bool> is_one = script::IsTrue(interpreter, value);
    if (is_one) is_one = !*is_one;
    if (is_one && !*is_one) is_one = script::Contains(interpreter, options, value);
    if (!is_one) return false;
    if (*is_one) {
      chosen.push_back(value);
      return true;
    }
  }
  return script::CollectItems(interpreter, value, chosen);
}

bool CheckChosen(ScriptRun& run, const Value& options, const std::vector<Value>& chosen) {
  for (const Value& value : chosen) {
    std::optional<bool> is_option = script::Contains(run.interpreter(), options, value);
    if (!is_option) return false;
    if (*is_option) continue;
    RaiseApiException(run, "every value of st.multiselect must be among its options");
    return false;
  }
  return true;
}

// The positions of the values among the options; nothing when an exception is pending.
std::optional<Positions> PositionsOf(ScriptRun& run, const Value& options, const Value& value) {
  Interpreter& interpreter = run.interpreter();
  if (value.is_none()) {
    std::optional<bool> is_option = script::Contains(interpreter, options, value);
    if (!is_option) return std::nullopt;
    if (!*is_option) return Positions();
  }
  std::vector<Value> chosen;
  if (!CollectChosen(run, options, value, chosen) || !CheckChosen(run, options, chosen)) {
    return std::nullopt;
  }
  Positions positions;
  for (const Value& option : chosen) {
    Value index = interpreter.CallMethod(options, interpreter.heap().Intern("index"), {option});
    std::optional<int64_t> position;
    if (!index.empty()) position = ToProtoInt32(interpreter, index);
    if (!position) return std::nullopt;
    positions.push_back(*position);
  }
  return positions;
}

class MultiselectSerde : public WidgetSerde {
 public:
  MultiselectSerde(Value options, Positions initial)
      : options_(std::move(options)), initial_(std::move(initial)) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const auto* picked = wire != nullptr ? std::get_if<Positions>(wire) : nullptr;
    auto chosen = run.heap().MakeList();
    for (int64_t position : picked != nullptr ? *picked : initial_) {
      Value option = OptionAt(run, options_, position);
      if (option.empty()) return {};
      chosen->Append(std::move(option));
    }
    return chosen;
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::optional<Positions> positions = PositionsOf(run, options_, value);
    if (!positions) return std::nullopt;
    return std::move(*positions);
  }

 private:
  Value options_;
  Positions initial_;
};

// How many options a value counts as.
std::optional<int64_t> CountChosen(Interpreter& interpreter, const Value& value) {
  if (value.is_none()) return 0;
  if (!script::IsIterableValue(value)) return 1;
  return script::Length(interpreter, value);
}

// `max_selections` bounds the value that the widget has, not only what the browser lets a person
// pick.
bool CheckCount(CommandCall& call, const Value& value) {
  const Value& most = call.Argument("max_selections");
  if (!most.is_integral() || most.as_int() == 0) return true;
  std::optional<int64_t> count = CountChosen(call.interpreter, value);
  if (!count) return false;
  if (*count <= most.as_int()) return true;
  RaiseBadArgument(call, "more options are chosen than max_selections allows");
  return false;
}

// `max_selections or 0`.
bool SetMaxSelections(CommandCall& call, ElementBuilder& builder) {
  const Value& most = call.Argument("max_selections");
  std::optional<bool> is_given = script::IsTrue(call.interpreter, most);
  if (!is_given) return false;
  if (!*is_given) return true;
  std::optional<int64_t> count = ToProtoInt32(call.interpreter, most);
  if (!count) return false;
  builder.SetInt(FieldId::kMaxSelections, *count);
  builder.message().widget->max_selections = *count;
  return true;
}

}  // namespace

Value Multiselect(CommandCall& call) {
  const Value& initial = call.Argument("default");
  std::optional<WidgetRequest> request = BeginWidget(call, !initial.is_none());
  if (!request) return {};
  Value options = IndexableOptions(call);
  if (options.empty()) return {};
  std::optional<Positions> positions = PositionsOf(call.run, options, initial);
  if (!positions) return {};
  ElementBuilder builder(DeltaType::kMultiselect);
  if (!SetLabel(call, builder)) return {};
  FieldList list;
  for (int64_t position : *positions) list.push_back({position});
  builder.Set(FieldId::kDefault, {std::move(list)});
  builder.message().widget->default_value = *positions;
  if (!SetOptions(call, builder, options) || !SetMaxSelections(call, builder) ||
      !SetHelpAndForm(call, builder)) {
    return {};
  }
  request->serde = std::make_shared<MultiselectSerde>(options, std::move(*positions));
  request->check_value = [&call](const Value& value) { return CheckCount(call, value); };
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
