#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/frame_data.h"
#include "runtime/proto_value.h"
#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

// A width or height; any that is false in Python counts as none.
bool SetSize(CommandCall& call, ElementBuilder& builder, FieldId field, std::string_view argument) {
  const Value& value = call.Argument(argument);
  std::optional<bool> is_given = script::IsTrue(call.interpreter, value);
  if (!is_given) return false;
  if (!*is_given) return true;
  std::optional<int64_t> size = ToProtoUint32(call.interpreter, value);
  if (!size) return false;
  builder.SetInt(field, *size);
  return true;
}

bool SetData(CommandCall& call, ElementBuilder& builder) {
  const Value& data = call.Argument("data");
  // What an iterator is, is said before it is used up.
  FieldValue field = FrameField(call.interpreter, data);
  if (!ReadFrame(call, data)) return false;
  builder.Set(FieldId::kData, std::move(field));
  return true;
}

// The one table that add_rows was given: by position, or by any name. Nothing when it was not one.
std::optional<Value> RowsToAdd(CommandCall& call) {
  const Value& data = call.Argument("data");
  auto* named = call.Argument("kwargs").As<script::DictObject>();
  if (!data.is_none() && named->size() == 0) return data;
  size_t position = 0;
  if (named->size() == 1) return named->NextEntry(position)->value;
  RaiseBadArgument(call, "it takes exactly one table");
  return std::nullopt;
}

}  // namespace

Value DataFrame(CommandCall& call) {
  ElementBuilder builder(DeltaType::kArrowDataFrame);
  bool is_set =
      SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width") &&
      SetSize(call, builder, FieldId::kWidth, "width") &&
      SetSize(call, builder, FieldId::kHeight, "height") && SetData(call, builder);
  if (!is_set) return {};
  return PlaceElement(call, builder);
}

Value Table(CommandCall& call) {
  ElementBuilder builder(DeltaType::kArrowTable);
  if (!SetData(call, builder)) return {};
  return PlaceElement(call, builder);
}

// Rows are a delta of their own: it takes no position and is not recorded by cached functions. A
// chart that was made without rows is made anew instead.
Value AddRows(CommandCall& call) {
  DeltaGenerator& target = call.target;
  if (!target.cursor().is_locked) return RaiseBadArgument(call, "only elements have rows");
  std::optional<Value> rows = RowsToAdd(call);
  if (!rows) return {};
  if (std::optional<CommandId> chart = target.cursor().chart_without_rows) {
    return CallCommand(call.run, target, *chart, {{&*rows, 1}, {}}).empty() ? Value()
                                                                            : Value::None();
  }
  if (!ReadFrame(call, *rows)) return {};
  ElementBuilder builder(DeltaType::kArrowAddRows);
  if (!call.run.Send(target.cursor().path(), builder.Build())) return {};
  return Value(&target);
}

}  // namespace streplay
