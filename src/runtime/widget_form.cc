// st.form: a container whose widgets' values wait for its submit button.
#include "runtime/enqueue.h"
#include "runtime/proto_value.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/operations.h"

namespace streplay {

using script::Value;

Value Form(CommandCall& call) {
  const Value& key = call.Argument("key");
  const std::string* text = script::TextOf(key);
  // Streamlit looks the key up in dicts before its message refuses one that is no text.
  if (text == nullptr && !script::Hash(call.interpreter, key)) return {};
  if (text != nullptr && !CheckNewForm(call.run, call.target, *text)) return {};
  std::optional<std::string> form_id = ToProtoText(call.interpreter, key);
  if (!form_id) return {};
  std::optional<bool> clears = ToProtoBool(call.interpreter, call.Argument("clear_on_submit"));
  if (!clears) return {};
  ElementBuilder builder(BlockType::kForm);
  builder.SetBool(FieldId::kClearOnSubmit, *clears);
  builder.message().form_id = *form_id;
  builder.message().clear_on_submit = *clears;
  script::Ref<DeltaGenerator> form = EnqueueBlock(call.run, call.target, builder.Build());
  if (form) form->set_form_id(std::move(*form_id));
  return form;
}

}  // namespace streplay
