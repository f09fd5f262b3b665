#include "runtime/proto_value.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

class CheckboxSerde : public WidgetSerde {
 public:
  explicit CheckboxSerde(bool initial) : initial_(initial) {}

  Value Deserialize(ScriptRun&, const WireValue* wire) const override {
    const bool* ticked = wire != nullptr ? std::get_if<bool>(wire) : nullptr;
    return Value::Bool(ticked != nullptr ? *ticked : initial_);
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::optional<bool> ticked = ToProtoBool(run.interpreter(), value);
    if (!ticked) return std::nullopt;
    return *ticked;
  }

  bool IsSameAs(const WidgetSerde& other) const override {
    const auto* checkbox = dynamic_cast<const CheckboxSerde*>(&other);
    return checkbox != nullptr && checkbox->initial_ == initial_;
  }

 private:
  bool initial_;
};

}  // namespace

Value Checkbox(CommandCall& call) {
  const Value& value = call.Argument("value");
  const bool is_false = value.is_bool() && !value.as_bool();
  std::optional<WidgetRequest> request = BeginWidget(call, !is_false && !value.is_none());
  if (!request) return {};
  ElementBuilder builder(DeltaType::kCheckbox);
  if (!SetLabel(call, builder)) return {};
  std::optional<bool> initial = script::IsTrue(call.interpreter, value);
  if (!initial) return {};
  builder.SetBool(FieldId::kDefault, *initial);
  builder.message().widget->default_value = *initial;
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<CheckboxSerde>(*initial);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
