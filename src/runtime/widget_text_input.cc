// st.text_input and st.text_area.
#include "runtime/element_call.h"
#include "runtime/proto_value.h"
#include "runtime/text_serde.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

// A whole number, or None for a field left alone.
bool SetCount(CommandCall& call, ElementBuilder& builder, FieldId field, std::string_view argument,
              std::optional<int64_t>* fact = nullptr) {
  const Value& given = call.Argument(argument);
  if (given.is_none()) return true;
  std::optional<int64_t> count = ToProtoUint32(call.interpreter, given);
  if (!count) return false;
  builder.SetInt(field, *count);
  if (fact != nullptr && *count > 0) *fact = *count;
  return true;
}

bool SetPlaceholder(CommandCall& call, ElementBuilder& builder) {
  const Value& placeholder = call.Argument("placeholder");
  if (placeholder.is_none()) return true;
  std::optional<std::string> text = script::StrText(call.interpreter, placeholder);
  if (text) builder.SetText(FieldId::kPlaceholder, std::move(*text));
  return text.has_value();
}

// The type, and the hint for the browser's own memory that goes with it.
bool SetType(CommandCall& call, ElementBuilder& builder) {
  const Value& type = call.Argument("type");
  std::optional<bool> is_default = EqualsText(call, type, "default");
  std::optional<bool> is_password = EqualsText(call, type, "password");
  if (!is_default || !is_password) return false;
  if (!*is_default && !*is_password) {
    RaiseBadArgument(call, "type must be 'default' or 'password'");
    return false;
  }
  if (*is_password) builder.SetText(FieldId::kType, "PASSWORD");
  if (!call.Argument("autocomplete").is_none()) {
    return SetTextArgument(call, builder, FieldId::kAutocomplete, "autocomplete");
  }
  if (*is_password) builder.SetText(FieldId::kAutocomplete, "new-password");
  return true;
}

Value PlaceText(CommandCall& call, DeltaType type) {
  const Value& value = call.Argument("value");
  const std::string* given = script::TextOf(value);
  const bool has_default = !value.is_none() && !(given != nullptr && given->empty());
  std::optional<WidgetRequest> request = BeginWidget(call, has_default);
  ElementBuilder builder(type);
  if (!request || !SetLabel(call, builder)) return {};
  std::optional<std::string> initial = script::StrText(call.interpreter, value);
  if (!initial) return {};
  builder.SetText(FieldId::kDefault, *initial);
  WidgetFacts& facts = *builder.message().widget;
  facts.default_value = *initial;
  const bool is_area = type == DeltaType::kTextArea;
  bool good = SetHelpAndForm(call, builder) &&
              (!is_area || SetCount(call, builder, FieldId::kHeight, "height")) &&
              SetCount(call, builder, FieldId::kMaxChars, "max_chars", &facts.max_chars) &&
              SetPlaceholder(call, builder) && (is_area || SetType(call, builder));
  if (!good) return {};
  request->serde = std::make_shared<TextSerde>(std::move(*initial));
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace

Value TextInput(CommandCall& call) {
  return PlaceText(call, DeltaType::kTextInput);
}

Value TextArea(CommandCall& call) {
  return PlaceText(call, DeltaType::kTextArea);
}

}  // namespace streplay
