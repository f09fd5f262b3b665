#include "runtime/clean_text.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

// An int of 0 to 100 is a percentage, a float of 0.0 to 1.0 a share.
std::optional<int64_t> Percentage(CommandCall& call) {
  const Value& value = call.Argument("value");
  if (value.is_integral() && value.as_int() >= 0 && value.as_int() <= 100) return value.as_int();
  if (value.is_float() && value.as_float() >= 0.0 && value.as_float() <= 1.0) {
    return static_cast<int64_t>(value.as_float() * 100);
  }
  RaiseBadArgument(call, "the value is an int from 0 to 100 or a float from 0.0 to 1.0");
  return std::nullopt;
}

}  // namespace

Value Progress(CommandCall& call) {
  std::optional<int64_t> percentage = Percentage(call);
  if (!percentage) return {};
  ElementBuilder builder(DeltaType::kProgress);
  builder.SetInt(FieldId::kValue, *percentage);
  const Value& text = call.Argument("text");
  if (const std::string* string = script::TextOf(text)) {
    builder.SetText(FieldId::kText, CleanText(*string));
  } else if (!text.is_none()) {
    return RaiseBadArgument(call, "the text is a str or None");
  }
  return PlaceElement(call, builder);
}

Value Balloons(CommandCall& call) {
  return PlaceElement(call, ElementBuilder(DeltaType::kBalloons).SetBool(FieldId::kShow, true));
}

Value Snow(CommandCall& call) {
  return PlaceElement(call, ElementBuilder(DeltaType::kSnow).SetBool(FieldId::kShow, true));
}

Value Empty(CommandCall& call) {
  return PlaceElement(call, ElementBuilder(DeltaType::kEmpty));
}

}  // namespace streplay
