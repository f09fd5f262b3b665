#include <cstdio>

#include "runtime/element_call.h"
#include "runtime/script_run.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/datetime_arguments.h"
#include "script/datetime_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::TimeOfDay;
using script::Value;

// "08:45": the wire knows no seconds.
std::string TimeText(const TimeOfDay& time) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d:%02d", time.hour, time.minute);
  return text;
}

class TimeSerde : public WidgetSerde {
 public:
  explicit TimeSerde(const TimeOfDay& initial) : initial_(initial) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    const auto* picked = wire != nullptr ? std::get_if<std::string>(wire) : nullptr;
    if (picked == nullptr) return script::MakeTimeValue(run.heap(), initial_);
    auto time = script::ParseIsoTime(*picked);
    if (!time.ok()) return run.interpreter().Raise(time.error());
    return script::MakeTimeValue(run.heap(), time.value());
  }

  std::optional<WireValue> Serialize(ScriptRun& run, const Value& value) const override {
    if (const auto* moment = value.As<script::DateTimeObject>()) {
      return TimeText(moment->moment().time);
    }
    if (const auto* time = value.As<script::TimeObject>()) return TimeText(time->time());
    run.interpreter().RaiseTypeError(
        "descriptor 'strftime' for 'datetime.time' objects doesn't apply to a '" +
        script::TypeName(run.interpreter(), value) + "' object");
    return std::nullopt;
  }

 private:
  TimeOfDay initial_;
};

// Whole minutes now, or of a datetime; a time as it is.
std::optional<TimeOfDay> ReadInitial(CommandCall& call) {
  const Value& value = call.Argument("value");
  if (const auto* time = value.As<script::TimeObject>()) return time->time();
  std::optional<script::DateAndTime> moment;
  if (const auto* given = value.As<script::DateTimeObject>()) moment = given->moment();
  if (value.is_none()) {
    moment = script::CurrentMoment(call.interpreter);
    if (!moment) return std::nullopt;
  }
  if (moment) return TimeOfDay{moment->time.hour, moment->time.minute, 0, 0};
  RaiseBadArgument(call, "the value must be a time, a datetime or None");
  return std::nullopt;
}

}  // namespace

Value TimeInput(CommandCall& call) {
  script::EnsureDatetimeClasses(call.run.heap());
  std::optional<WidgetRequest> request = BeginWidget(call, !call.Argument("value").is_none());
  if (!request) return {};
  std::optional<TimeOfDay> initial = ReadInitial(call);
  ElementBuilder builder(DeltaType::kTimeInput);
  if (!initial || !SetLabel(call, builder)) return {};
  builder.SetText(FieldId::kDefault, TimeText(*initial));
  builder.message().widget->default_value = TimeText(*initial);
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<TimeSerde>(*initial);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
