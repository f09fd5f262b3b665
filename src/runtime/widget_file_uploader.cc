// st.file_uploader and st.camera_input. On the wire a file is its content (wire_value.h): the
// upload endpoint of a server is not modelled.
#include "runtime/element_call.h"
#include "runtime/proto_value.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/uploaded_file.h"
#include "runtime/widget.h"
#include "runtime/widget_commands.h"
#include "script/list_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

constexpr int64_t kMaxUploadMegabytes = 200;  // Streamlit's server.maxUploadSize

class FilesSerde : public WidgetSerde {
 public:
  explicit FilesSerde(bool is_list) : is_list_(is_list) {}

  Value Deserialize(ScriptRun& run, const WireValue* wire) const override {
    std::vector<Value> files;
    const auto* sent = wire != nullptr ? std::get_if<std::vector<WireFile>>(wire) : nullptr;
    if (sent != nullptr) {
      for (const WireFile& file : *sent) files.push_back(MakeUploadedFile(run.server(), file));
    }
    if (is_list_) return run.heap().MakeList(std::move(files));
    return files.empty() ? Value::None() : files.front();
  }

  // session_state may not set files.
  std::optional<WireValue> Serialize(ScriptRun&, const Value&) const override {
    return std::monostate();
  }

 private:
  bool is_list_;
};

// The file type with its dot.
std::optional<std::string> DottedType(CommandCall& call, const Value& type) {
  Value first = script::GetItem(call.interpreter, type, Value::Int(0));
  if (first.empty()) return std::nullopt;
  std::optional<bool> has_dot = EqualsText(call, first, ".");
  if (!has_dot) return std::nullopt;
  if (*has_dot) return ToProtoText(call.interpreter, type);
  std::optional<std::string> text = script::StrText(call.interpreter, type);
  if (!text) return std::nullopt;
  return "." + *text;
}

bool ReadTypes(CommandCall& call, std::vector<std::string>& types) {
  const Value& given = call.Argument("type");
  std::optional<bool> is_given = script::IsTrue(call.interpreter, given);
  if (!is_given) return false;
  if (!*is_given) return true;
  auto add = [&](const Value& item) {
    std::optional<std::string> type = DottedType(call, item);
    if (type) types.push_back(std::move(*type));
    return type.has_value();
  };
  if (script::TextOf(given) != nullptr) return add(given);
  return script::ForEach(call.interpreter, given, add);
}

void SetTypes(ElementBuilder& builder, std::vector<std::string> types) {
  FieldList list;
  for (const std::string& type : types) list.push_back({type});
  builder.Set(FieldId::kType, {std::move(list)});
  builder.message().widget->file_types = std::move(types);
}

}  // namespace

Value FileUploader(CommandCall& call) {
  std::optional<WidgetRequest> request = BeginWidget(call, false);
  std::vector<std::string> types;
  ElementBuilder builder(DeltaType::kFileUploader);
  if (!request || !ReadTypes(call, types) || !SetLabel(call, builder)) return {};
  SetTypes(builder, std::move(types));
  builder.SetInt(FieldId::kMaxUploadSizeMb, kMaxUploadMegabytes);
  const Value& accepts_many = call.Argument("accept_multiple_files");
  std::optional<bool> is_list = ToProtoBool(call.interpreter, accepts_many);
  if (!is_list) return {};
  builder.SetBool(FieldId::kMultipleFiles, *is_list);
  builder.message().widget->accepts_multiple_files = *is_list;
  if (!SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<FilesSerde>(*is_list);
  return PlaceWidget(call, builder, std::move(*request));
}

Value CameraInput(CommandCall& call) {
  std::optional<WidgetRequest> request = BeginWidget(call, false);
  ElementBuilder builder(DeltaType::kCameraInput);
  if (!request || !SetLabel(call, builder) || !SetHelpAndForm(call, builder)) return {};
  request->serde = std::make_shared<FilesSerde>(false);
  return PlaceWidget(call, builder, std::move(*request));
}

}  // namespace streplay
