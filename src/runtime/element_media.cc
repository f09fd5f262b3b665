#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/media_text.h"
#include "runtime/notices.h"
#include "runtime/opaque.h"
#include "runtime/proto_value.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/bytes_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

constexpr double kDefaultHeight = 150;  // of an embedded page, in pixels

bool SetStartTime(CommandCall& call, ElementBuilder& builder) {
  std::optional<int64_t> seconds = ToProtoInt32(call.interpreter, call.Argument("start_time"));
  if (!seconds) return false;
  builder.SetInt(FieldId::kStartTime, *seconds);
  return true;
}

// A text is an address or a path; scripts have no files.
bool CheckData(CommandCall& call, const Value& data) {
  const StreamlitClasses& classes = call.run.server().classes();
  if (const std::string* text = script::TextOf(data)) {
    if (IsWebAddress(*text)) return true;
    RaiseStreamlits(call.run, classes.media_file_storage_error, "there is no file '" + *text + "'");
    return false;
  }
  bool is_data = data.is_none() || data.Is<script::BytesObject>() || data.Is<OpaqueObject>() ||
                 &script::TypeOf(call.interpreter, data) == &classes.uploaded_file;
  if (is_data) return true;
  RaiseStreamlits(call.run, *call.interpreter.classes().runtime_error,
                  "st." + std::string(call.command.name) + ": the data is no bytes");
  return false;
}

bool SetLength(CommandCall& call, ElementBuilder& builder, FieldId field,
               std::string_view argument) {
  std::optional<double> length = ToProtoFloat(call.interpreter, call.Argument(argument));
  if (!length) return false;
  builder.SetDouble(field, *length);
  return true;
}

Value Embed(CommandCall& call, FieldId field, std::string_view argument) {
  ElementBuilder builder(DeltaType::kIframe);
  if (!SetTextArgument(call, builder, field, argument)) return {};
  if (!call.Argument("width").is_none()) {
    if (!SetLength(call, builder, FieldId::kWidth, "width")) return {};
    builder.SetBool(FieldId::kHasWidth, true);
  }
  if (call.Argument("height").is_none()) {
    builder.SetDouble(FieldId::kHeight, kDefaultHeight);
  } else if (!SetLength(call, builder, FieldId::kHeight, "height")) {
    return {};
  }
  if (!SetBoolArgument(call, builder, FieldId::kScrolling, "scrolling")) return {};
  return PlaceElement(call, builder);
}

}  // namespace

Value Audio(CommandCall& call) {
  // A rate is for arrays of samples; opaque data counts as a file's bytes.
  if (!call.Argument("sample_rate").is_none() && !ShowNotice(call.run, "media")) return {};
  ElementBuilder builder(DeltaType::kAudio);
  if (!SetStartTime(call, builder) || !CheckData(call, call.Argument("data"))) return {};
  return PlaceElement(call, builder);
}

Value Video(CommandCall& call) {
  const Value& data = call.Argument("data");
  ElementBuilder builder(DeltaType::kVideo);
  if (!SetStartTime(call, builder) || !CheckData(call, data)) return {};
  const std::string* address = script::TextOf(data);
  bool is_youtube = address != nullptr && IsYouTubeAddress(*address);
  builder.SetText(FieldId::kType, is_youtube ? "YOUTUBE_IFRAME" : "NATIVE");
  return PlaceElement(call, builder);
}

Value ComponentHtml(CommandCall& call) {
  return Embed(call, FieldId::kSrcdoc, "html");
}

Value ComponentIframe(CommandCall& call) {
  return Embed(call, FieldId::kSrc, "src");
}

}  // namespace streplay
