#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/enqueue.h"
#include "runtime/media_text.h"
#include "runtime/opaque.h"
#include "runtime/proto_value.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/bytes_object.h"
#include "script/exception_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/text_repr.h"

namespace streplay {
namespace {

using script::Value;

// Widths that stand for rules, in the browser.
constexpr int64_t kOriginalWidth = -1;
constexpr int64_t kColumnWidth = -2;
constexpr int64_t kAutomaticWidth = -3;

// The width as protobuf takes it; empty when a completion is pending.
Value Width(CommandCall& call) {
  const Value& rule = call.Argument("use_column_width");
  const Value& width = call.Argument("width");
  std::optional<bool> is_auto = EqualsText(call, rule, "auto");
  if (!is_auto) return {};
  if (*is_auto || (rule.is_none() && width.is_none())) return Value::Int(kAutomaticWidth);
  std::optional<bool> is_always = EqualsText(call, rule, "always");
  if (!is_always) return {};
  std::optional<bool> is_true = script::AreEqual(call.interpreter, rule, Value::Bool(true));
  if (!is_true) return {};
  if (*is_always || *is_true) return Value::Int(kColumnWidth);
  if (width.is_none()) return Value::Int(kOriginalWidth);
  std::optional<bool> is_bad =
      script::Holds(call.interpreter, script::Comparison::kLessEqual, width, Value::Int(0));
  if (!is_bad) return {};
  if (*is_bad) return RaiseBadArgument(call, "the width is positive");
  return width;
}

std::vector<Value> Pictures(CommandCall& call) {
  const Value& image = call.Argument("image");
  if (auto* list = image.As<script::ListObject>()) return list->items();
  return {image};
}

// One for each picture; one that is None is left out. False when an exception is pending.
bool CollectCaptions(CommandCall& call, size_t count, std::vector<Value>& captions) {
  const Value& caption = call.Argument("caption");
  if (auto* list = caption.As<script::ListObject>()) {
    captions = list->items();
  } else if (caption.is_none()) {
    captions.assign(count, Value::None());
  } else {
    captions.push_back(script::Str(call.interpreter, caption));
    if (captions.back().empty()) return false;
  }
  if (captions.size() == count) return true;
  RaiseStreamlits(call.run, *call.interpreter.classes().assertion_error,
                  "st.image: there is one caption for each picture");
  return false;
}

bool SetMarkup(CommandCall& call, const std::string& text, Fields& picture) {
  if (IsSvgPath(text)) {
    call.interpreter.Raise(*call.interpreter.classes().file_not_found_error,
                           "[Errno 2] No such file or directory: " + script::TextRepr(text));
    return false;
  }
  if (IsSvg(text)) {
    bool must_be_inline =
        text.find("xlink") != std::string::npos || text.find("xmlns") == std::string::npos;
    if (must_be_inline) picture.emplace_back("markup", FieldValue{"data:image/svg+xml," + text});
    return true;
  }
  if (HasUrlScheme(text)) return true;
  RaiseStreamlits(call.run, call.run.server().classes().media_file_storage_error,
                  "there is no file '" + text + "'");
  return false;
}

// Anything else that is no picture fails where Streamlit asks for its format.
bool CheckPicture(CommandCall& call, const Value& value) {
  if (value.Is<OpaqueObject>()) return true;
  bool is_bytes = value.Is<script::BytesObject>() || &script::TypeOf(call.interpreter, value) ==
                                                         &call.run.server().classes().uploaded_file;
  if (!is_bytes) {
    script::Symbol format = call.run.heap().Intern("format");
    if (script::GetAttribute(call.interpreter, value, format).empty()) return false;
  }
  RefuseArgument(call, "bytes (pictures are not decoded)");
  return false;
}

std::optional<Fields> ReadPicture(CommandCall& call, const Value& value, const Value& caption) {
  Fields picture;
  if (!caption.is_none()) {
    std::optional<std::string> text = script::StrText(call.interpreter, caption);
    if (!text) return std::nullopt;
    if (!text->empty()) picture.emplace_back("caption", FieldValue{std::move(*text)});
  }
  const std::string* text = script::TextOf(value);
  bool is_read = text != nullptr ? SetMarkup(call, *text, picture) : CheckPicture(call, value);
  if (!is_read) return std::nullopt;
  return picture;
}

// True when a figure was given; without one, Streamlit warns and takes the figure that is open.
std::optional<bool> IsFigureGiven(CommandCall& call) {
  std::optional<bool> is_given = script::IsTrue(call.interpreter, call.Argument("fig"));
  if (!is_given || *is_given) return is_given;
  script::Ref<script::ExceptionObject> warning =
      call.interpreter.MakeException(call.run.server().classes().pyplot_global_use_warning, {});
  warning->set_payload(std::make_shared<StreamlitFacts>(Fields()));
  DeltaMessagePtr message = ExceptionMessage(call.run, *warning);
  if (message == nullptr || !EnqueueElement(call.run, call.target, message)) return std::nullopt;
  return false;
}

}  // namespace

Value Image(CommandCall& call) {
  Value width = Width(call);
  if (width.empty()) return {};
  script::Symbol upper = call.run.heap().Intern("upper");
  if (call.interpreter.CallMethod(call.Argument("channels"), upper, {}).empty()) return {};
  std::vector<Value> pictures = Pictures(call);
  std::vector<Value> captions;
  if (!CollectCaptions(call, pictures.size(), captions)) return {};
  std::optional<int64_t> pixels = ToProtoInt32(call.interpreter, width);
  if (!pixels) return {};
  FieldList images;
  for (size_t i = 0; i < pictures.size(); ++i) {
    std::optional<Fields> picture = ReadPicture(call, pictures[i], captions[i]);
    if (!picture) return {};
    images.push_back({std::move(*picture)});
  }
  ElementBuilder builder(DeltaType::kImgs);
  builder.Set(FieldId::kImgs, {std::move(images)}).SetInt(FieldId::kWidth, *pixels);
  return PlaceElement(call, builder);
}

Value Pyplot(CommandCall& call) {
  std::optional<bool> is_given = IsFigureGiven(call);
  if (!is_given) return {};
  const Value& figure = call.Argument("fig");
  if (*is_given && !figure.Is<OpaqueObject>()) {
    script::Symbol savefig = call.run.heap().Intern("savefig");
    if (script::GetAttribute(call.interpreter, figure, savefig).empty()) return {};
    return RefuseArgument(call, "a figure that matplotlib did not make");
  }
  ElementBuilder builder(DeltaType::kImgs);
  builder.Set(FieldId::kImgs, {FieldList{{Fields()}}}).SetInt(FieldId::kWidth, kColumnWidth);
  return PlaceElement(call, builder);
}

}  // namespace streplay
