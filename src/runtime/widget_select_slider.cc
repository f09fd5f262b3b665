// st.select_slider: one or two of several options on a slider. On the wire it is a slider of
// positions.
#include "runtime/element_call.h"
#include "runtime/script_run.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "runtime/widget_options.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

using Positions = std::vector<double>;

// Two positions in ascending order. CPython's ValueError of `start, end = …` for another count.
std::optional<Positions> Ordered(Interpreter& interpreter, Positions positions) {
  if (positions.size() < 2) {
    interpreter.RaiseValueError("not enough values to unpack (expected 2, got " +
                                std::to_string(positions.size()) + ")");
    return std::nullopt;
  }
  if (positions.size() > 2) {
    interpreter.RaiseValueError("too many values to unpack (expected 2)");
    return std::nullopt;
  }
  if (positions[0] > positions[1]) std::swap(positions[0], positions[1]);
  return positions;
}

std::optional<Positions> PositionsOf(ScriptRun& run, const Value& options, const Value& value) {
  std::vector<Value> values = {value};
  if (IsRangeValue(value)) {
    values.clear();
    if (!script::CollectItems(run.interpreter(), value, values)) return std::nullopt;
  }
  Positions positions;
  for (const Value& option : values) {
    std::optional<int64_t> position = FindOption(run, options, option);
    if (!position) return std::nullopt;
    positions.push_back(static_cast<double>(*position));
  }
  if (!IsRangeValue(value)) return positions;
  return Ordered(run.interpreter(), std::move(positions));
}

// As PositionsOf; a value that was not given stands for the first option.
std::optional<Positions> InitialPositions(CommandCall& call, const Value& options) {
  Interpreter& interpreter = call.interpreter;
  const Value& value = call.Argument("value");
  std::optional<Positions> positions = PositionsOf(call.run, options, value);
  if (positions || !value.is_none()) return positions;
  if (!interpreter.IsPending(*interpreter.classes().value_error)) return std::nullopt;
  interpreter.TakeException();
  return Positions{0};
}

class SelectSliderSerde : public WidgetSerde {
 public:
  SelectSliderSerde(Value options, Positions initial, bool is_range)
      : options_(std::move(options)), initial_(std::move(initial)), is_range_(is_range) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const auto* moved = wire != nullptr ? std::get_if<Positions>(wire) : nullptr;
    const Positions& positions = moved != nullptr && !moved->empty() ? *moved : initial_;
    std::vector<Value> chosen;
    for (double position : positions) {
      chosen.push_back(OptionAt(run, options_, static_cast<int64_t>(position)));
      if (chosen.back().empty()) return {};
    }
    if (is_range_) return run.heap().MakeTuple(std::move(chosen));
    return chosen.front();
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::optional<Positions> positions = PositionsOf(run, options_, value);
    if (!positions) return std::nullopt;
    return std::move(*positions);
  }

 private:
  Value options_;
  Positions initial_;
  bool is_range_;
};

void SetScale(ElementBuilder& builder, const Positions& initial, int64_t count) {
  FieldList list;
  for (double position : initial) list.push_back({position});
  builder.SetText(FieldId::kType, "SELECT_SLIDER")
      .SetText(FieldId::kFormat, "%s")
      .Set(FieldId::kDefault, {std::move(list)})
      .SetDouble(FieldId::kMin, 0)
      .SetDouble(FieldId::kMax, static_cast<double>(count - 1))
      .SetDouble(FieldId::kStep, 1);
  builder.message().widget->default_value = initial;
}

}  // namespace

Value SelectSlider(CommandCall& call) {
  const Value& value = call.Argument("value");
  std::optional<WidgetRequest> request = BeginWidget(call, !value.is_none());
  if (!request) return {};
  Value options = IndexableOptions(call);
  if (options.empty()) return {};
  std::optional<int64_t> count = script::Length(call.interpreter, options);
  if (!count) return {};
  if (*count == 0) return RaiseBadArgument(call, "there must be at least one option");
  std::optional<Positions> initial = InitialPositions(call, options);
  ElementBuilder builder(DeltaType::kSlider);
  if (!initial || !SetLabel(call, builder)) return {};
  SetScale(builder, *initial, *count);
  builder.message().widget->is_range = IsRangeValue(value);
  if (!SetOptions(call, builder, options) || !SetHelpAndForm(call, builder)) return {};
  request->serde =
      std::make_shared<SelectSliderSerde>(options, std::move(*initial), IsRangeValue(value));
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
