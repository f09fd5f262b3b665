// The three buttons. Their value is True in the run that the click started.
#include "runtime/element_call.h"
#include "runtime/opaque.h"
#include "runtime/streamlit_errors.h"
#include "runtime/uploaded_file.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/bytes_object.h"
#include "script/operations.h"
#include "script/string_hash.h"

namespace streplay {
namespace {

using script::Value;

class ButtonSerde : public WidgetSerde {
 public:
  Value Deserialize(ScriptRun&, const WireValue* wire) const override {
    return Value::Bool(wire != nullptr && std::holds_alternative<Trigger>(*wire));
  }

  // session_state may not set a button.
  std::optional<WireValue> Serialize(ScriptRun&, const Value&) const override {
    return std::monostate();
  }
};

bool CheckType(CommandCall& call) {
  for (std::string_view known : {"primary", "secondary"}) {
    std::optional<bool> is_it = EqualsText(call, call.Argument("type"), known);
    if (!is_it) return false;
    if (*is_it) return true;
  }
  RaiseBadArgument(call, "type must be 'primary' or 'secondary'");
  return false;
}

Value PlaceButton(CommandCall& call, ElementBuilder& builder, WidgetRequest request) {
  if (!SetHelpAndForm(call, builder)) return {};
  request.serde = std::make_shared<ButtonSerde>();
  return PlaceWidget(call, builder, std::move(request));
}

Value PlainButton(CommandCall& call) {
  if (!CheckType(call)) return {};
  std::optional<WidgetRequest> request = BeginWidget(call, false);
  if (!request) return {};
  ElementBuilder builder(DeltaType::kButton);
  if (!SetLabel(call, builder)) return {};
  builder.SetBool(FieldId::kIsFormSubmitter, call.command.id == CommandId::kFormSubmitButton);
  if (!SetTextArgument(call, builder, FieldId::kType, "type") ||
      !SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceButton(call, builder, std::move(*request));
}

struct Download {
  std::string content;
  std::string_view usual_type;
};

// The bytes that the button offers; RuntimeError when the data has none.
std::optional<Download> ReadDownload(CommandCall& call) {
  constexpr std::string_view kBinary = "application/octet-stream";
  const Value& data = call.Argument("data");
  if (const std::string* text = script::TextOf(data)) return Download{*text, "text/plain"};
  if (const auto* bytes = data.As<script::BytesObject>()) return Download{bytes->data(), kBinary};
  if (const auto* file = data.As<UploadedFile>()) return Download{file->file().content, kBinary};
  if (const auto* opaque = data.As<OpaqueObject>()) return Download{opaque->text(), kBinary};
  RaiseStreamlits(call.run, *call.interpreter.classes().runtime_error,
                  "the data of a download button must be text or bytes");
  return std::nullopt;
}

// A name that becomes a part of the file's address: a str or None.
bool ReadName(CommandCall& call, std::string_view argument, std::string& name) {
  const Value& given = call.Argument(argument);
  const std::string* text = script::TextOf(given);
  if (text != nullptr) name = *text;
  if (text != nullptr || given.is_none()) return true;
  call.interpreter.RaiseAttributeError("'" + script::TypeName(call.interpreter, given) +
                                       "' object has no attribute 'encode'");
  return false;
}

// Streamlit's address of the file is a hash of the same three things.
bool SetAddress(CommandCall& call, ElementBuilder& builder) {
  std::optional<Download> download = ReadDownload(call);
  if (!download) return false;
  std::string type;
  std::string name;
  if (!ReadName(call, "mime", type) || !ReadName(call, "file_name", name)) return false;
  if (type.empty()) type = download->usual_type;
  const std::string& content = download->content;
  builder.SetText(FieldId::kUrl, type + "\n" + name + "\n" + std::to_string(content.size()) + ":" +
                                     std::to_string(script::HashBytes(content)));
  return true;
}

}  // namespace

Value Button(CommandCall& call) {
  return PlainButton(call);
}

Value FormSubmitButton(CommandCall& call) {
  return PlainButton(call);
}

Value DownloadButton(CommandCall& call) {
  std::optional<WidgetRequest> request = BeginWidget(call, false);
  if (!request) return {};
  ElementBuilder builder(DeltaType::kDownloadButton);
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width") ||
      !SetLabel(call, builder) || !SetAddress(call, builder)) {
    return {};
  }
  return PlaceButton(call, builder, std::move(*request));
}

}  // namespace streplay
