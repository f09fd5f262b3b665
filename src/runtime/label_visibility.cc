#include "runtime/label_visibility.h"

#include <algorithm>

#include "runtime/streamlit_errors.h"
#include "script/operations.h"

namespace streplay {
namespace {

constexpr std::string_view kParameter = "label_visibility";

}  // namespace

bool CheckLabelVisibility(CommandCall& call) {
  std::optional<size_t> index = FindParameter(call.command, kParameter);
  if (!index) return true;
  const std::string* word = script::TextOf(call.arguments[*index]);
  const auto& known = call.command.parameters[*index].choices;
  if (word != nullptr && std::find(known.begin(), known.end(), *word) != known.end()) return true;
  RaiseApiException(call.run, "label_visibility must be 'visible', 'hidden' or 'collapsed'");
  return false;
}

void SetLabelVisibility(CommandCall& call, ElementBuilder& builder) {
  if (!FindParameter(call.command, kParameter)) return;
  const std::string& word = *script::TextOf(call.Argument(kParameter));
  if (word == "visible") return;
  FieldValue constant{std::string(word == "hidden" ? "HIDDEN" : "COLLAPSED")};
  builder.Set(FieldId::kLabelVisibility, {Fields{{"value", std::move(constant)}}});
}

}  // namespace streplay
