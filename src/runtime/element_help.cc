#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/help_text.h"

namespace streplay {

script::Value Help(CommandCall& call) {
  std::optional<HelpText> help = DescribeValue(call.run, call.Argument("obj"));
  if (!help) return {};
  ElementBuilder builder(DeltaType::kDocString);
  if (help->is_foreign) {
    builder.message().element.fields = {{kOpaqueField, FieldValue{help->name}}};
    return PlaceElement(call, builder);
  }
  builder.SetText(FieldId::kName, help->name).SetText(FieldId::kModule, "__main__");
  builder.SetText(FieldId::kType, help->type).SetText(FieldId::kSignature, help->signature);
  if (help->is_doc_inherited) {
    builder.Set(FieldId::kDocString, OpaqueFieldValue(help->name));
  } else {
    builder.SetText(FieldId::kDocString, help->doc.value_or("No docs available."));
  }
  return PlaceElement(call, builder);
}

}  // namespace streplay
