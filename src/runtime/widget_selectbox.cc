// st.selectbox and st.radio: one of several options. The browser knows an option by its position.
#include "runtime/element_call.h"
#include "runtime/proto_value.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "runtime/widget_options.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

class OptionSerde : public WidgetSerde {
 public:
  OptionSerde(Value options, int64_t initial) : options_(std::move(options)), initial_(initial) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const int64_t* picked = wire != nullptr ? std::get_if<int64_t>(wire) : nullptr;
    std::optional<int64_t> count = script::Length(run.interpreter(), options_);
    if (!count) return {};
    if (*count == 0) return Value::None();
    return OptionAt(run, options_, picked != nullptr ? *picked : initial_);
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    std::optional<int64_t> count = script::Length(run.interpreter(), options_);
    if (count && *count > 0) count = FindOption(run, options_, value);
    if (!count) return std::nullopt;
    return *count;
  }

 private:
  Value options_;
  int64_t initial_;
};

// The argument `index` must be an int within the options, if there are any.
bool CheckIndex(CommandCall& call, const Value& options) {
  const Value& index = call.Argument("index");
  if (!index.is_integral()) {
    RaiseBadArgument(call, "index must be an int");
    return false;
  }
  std::optional<int64_t> count = script::Length(call.interpreter, options);
  if (!count) return false;
  if (*count == 0 || (0 <= index.as_int() && index.as_int() < *count)) return true;
  RaiseBadArgument(call, "index must be the position of an option");
  return false;
}

Value PlaceOptions(CommandCall& call, DeltaType type) {
  const Value& index = call.Argument("index");
  std::optional<double> number = script::AsNumber(index);
  const bool has_default = !index.is_none() && number != 0;
  std::optional<WidgetRequest> request = BeginWidget(call, has_default);
  if (!request) return {};
  Value options = IndexableOptions(call);
  if (options.empty() || !CheckIndex(call, options)) return {};
  ElementBuilder builder(type);
  if (!SetLabel(call, builder)) return {};
  std::optional<int64_t> initial = ToProtoInt32(call.interpreter, index);
  if (!initial) return {};
  builder.SetInt(FieldId::kDefault, *initial);
  builder.message().widget->default_value = *initial;
  if (!SetOptions(call, builder, options)) return {};
  if (type == DeltaType::kRadio &&
      !SetBoolArgument(call, builder, FieldId::kHorizontal, "horizontal")) {
    return {};
  }
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<OptionSerde>(options, *initial);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace

Value Selectbox(CommandCall& call) {
  return PlaceOptions(call, DeltaType::kSelectbox);
}

Value Radio(CommandCall& call) {
  return PlaceOptions(call, DeltaType::kRadio);
}

}  // namespace streplay
