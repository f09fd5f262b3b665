#include "runtime/element_call.h"
#include "runtime/text_serde.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

// "#" and three or six hexadecimal digits; as Python's `$`, a line break may follow.
bool IsColor(std::string_view text) {
  constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";
  if (text.ends_with('\n')) text.remove_suffix(1);
  return (text.size() == 4 || text.size() == 7) && text[0] == '#' &&
         text.find_first_not_of(kHexDigits, 1) == std::string_view::npos;
}

}  // namespace

Value ColorPicker(CommandCall& call) {
  const Value& value = call.Argument("value");
  std::optional<WidgetRequest> request = BeginWidget(call, !value.is_none());
  if (!request) return {};
  const std::string* given = script::TextOf(value);
  std::string initial = given != nullptr ? *given : "#000000";
  if ((given == nullptr && !value.is_none()) || !IsColor(initial)) {
    return RaiseBadArgument(call, "the value must be a colour such as '#00FFAA'");
  }
  ElementBuilder builder(DeltaType::kColorPicker);
  if (!SetLabel(call, builder)) return {};
  builder.SetText(FieldId::kDefault, initial);
  builder.message().widget->default_value = initial;
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<TextSerde>(std::move(initial));
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
