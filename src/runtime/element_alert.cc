#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/emoji.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

bool SetIcon(CommandCall& call, ElementBuilder& builder) {
  const Value& icon = call.Argument("icon");
  if (icon.is_none()) return true;
  const std::string* text = script::TextOf(icon);
  if (text == nullptr) {  // the first thing that Streamlit does with it
    Value replace = script::GetAttribute(call.interpreter, icon, call.run.heap().Intern("replace"));
    if (!replace.empty()) RaiseBadArgument(call, "icon is an emoji");
    return false;
  }
  if (!IsEmoji(*text)) {
    RaiseBadArgument(call, "the icon \"" + *text + "\" is not a single emoji");
    return false;
  }
  builder.SetText(FieldId::kIcon, *text);
  return true;
}

Value Alert(CommandCall& call, std::string format) {
  ElementBuilder builder(DeltaType::kAlert);
  builder.SetText(FieldId::kFormat, std::move(format));
  if (!SetCleanedBody(call, builder) || !SetIcon(call, builder)) return {};
  return PlaceElement(call, builder);
}

}  // namespace

Value ErrorAlert(CommandCall& call) {
  ElementBuilder builder(DeltaType::kAlert);
  builder.SetText(FieldId::kFormat, "ERROR");
  // The only alert that looks at its icon first.
  if (!SetIcon(call, builder) || !SetCleanedBody(call, builder)) return {};
  return PlaceElement(call, builder);
}

Value WarningAlert(CommandCall& call) {
  return Alert(call, "WARNING");
}

Value InfoAlert(CommandCall& call) {
  return Alert(call, "INFO");
}

Value SuccessAlert(CommandCall& call) {
  return Alert(call, "SUCCESS");
}

}  // namespace streplay
