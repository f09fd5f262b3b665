// st.slider: one number, date or time, or a range of two.
#include "runtime/element_call.h"
#include "runtime/exact_number.h"
#include "runtime/proto_value.h"
#include "runtime/script_run.h"
#include "runtime/slider_scale.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "runtime/widget_options.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Value;

using Numbers = std::vector<double>;

class SliderSerde : public WidgetSerde {
 public:
  SliderSerde(SliderType type, Numbers initial, bool is_single)
      : type_(type), initial_(std::move(initial)), is_single_(is_single) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const auto* moved = wire != nullptr ? std::get_if<Numbers>(wire) : nullptr;
    std::vector<Value> values;
    for (double number : moved != nullptr ? *moved : initial_) {
      values.push_back(FromSliderNumber(run, type_, number));
      if (values.back().empty()) return {};
    }
    if (is_single_ && !values.empty()) return values.front();
    return run.heap().MakeTuple(std::move(values));
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::vector<Value> values = {value};
    if (IsRangeValue(value)) {
      values.clear();
      if (!script::CollectItems(run.interpreter(), value, values)) return std::nullopt;
    }
    Numbers numbers;
    for (const Value& each : values) {
      std::optional<double> number = ToSliderNumber(run, type_, each);
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
    return numbers;
  }

  bool IsSameAs(const WidgetSerde& other) const override {
    const auto* slider = dynamic_cast<const SliderSerde*>(&other);
    return slider != nullptr && slider->type_ == type_ && slider->is_single_ == is_single_ &&
           AreExactly(slider->initial_, initial_);
  }

 private:
  SliderType type_;
  Numbers initial_;
  bool is_single_;
};

bool SetScale(CommandCall& call, ElementBuilder& builder, const SliderScale& scale) {
  constexpr const char* kTypeWords[] = {"INT", "FLOAT", "DATETIME", "DATE", "TIME"};
  std::optional<std::string> format = ToProtoText(call.interpreter, scale.format);
  if (!format) return false;
  FieldList initial;
  for (double number : scale.values) initial.push_back({number});
  builder.SetText(FieldId::kType, "SLIDER")
      .SetText(FieldId::kFormat, std::move(*format))
      .Set(FieldId::kDefault, {std::move(initial)})
      .SetDouble(FieldId::kMin, scale.min)
      .SetDouble(FieldId::kMax, scale.max)
      .SetDouble(FieldId::kStep, scale.step)
      .SetText(FieldId::kDataType, kTypeWords[static_cast<size_t>(scale.type)]);
  WidgetFacts& facts = *builder.message().widget;
  facts.default_value = scale.values;
  facts.min = scale.min;
  facts.max = scale.max;
  facts.is_integer = scale.type == SliderType::kInt;
  facts.is_range = !scale.is_single;
  return true;
}

}  // namespace

Value Slider(CommandCall& call) {
  std::optional<WidgetRequest> request = BeginWidget(call, !call.Argument("value").is_none());
  if (!request) return {};
  std::optional<SliderScale> scale = ReadSliderScale(call, request->is_ignored);
  ElementBuilder builder(DeltaType::kSlider);
  bool good = scale && SetLabel(call, builder) && SetScale(call, builder, *scale) &&
              SetHelpAndForm(call, builder);
  if (!good) return {};
  request->serde =
      std::make_shared<SliderSerde>(scale->type, std::move(scale->values), scale->is_single);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
