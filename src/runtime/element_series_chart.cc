#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/enqueue.h"
#include "runtime/frame_data.h"
#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/set_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::DictObject;
using script::Interpreter;
using script::Value;

// Whether the column is there; false when an exception is pending.
bool CheckColumn(CommandCall& call, const FrameData& frame, const std::string& name) {
  if (frame.is_opaque || frame.Find(name) != nullptr) return true;
  RaiseBadArgument(call, "the data has no column \"" + name + "\"");
  return false;
}

bool CheckXAxis(CommandCall& call, const FrameData& frame) {
  const std::string* name = script::TextOf(call.Argument("x"));
  if (name == nullptr || name->empty()) return true;
  if (*name == "value" || *name == "variable") {
    RefuseArgument(call, "a column on the x axis that is called like one of Streamlit's own");
    return false;
  }
  return CheckColumn(call, frame, *name);
}

// A text names the column of the y axis, a sequence several. A sequence of one is that one.
bool CheckYAxis(CommandCall& call, const FrameData& frame) {
  Interpreter& interpreter = call.interpreter;
  const Value& y = call.Argument("y");
  if (const std::string* name = script::TextOf(y)) {
    return name->empty() || CheckColumn(call, frame, *name);
  }
  script::Object* sequence = y.object();
  if (sequence == nullptr || !sequence->HasLength()) return true;
  std::optional<int64_t> length = script::Length(interpreter, y);
  if (!length) return false;
  if (*length == 1) {
    Value only = script::GetItem(interpreter, y, Value::Int(0));
    if (only.empty()) return false;
    std::optional<std::string> name = script::StrText(interpreter, only);
    return name && (name->empty() || CheckColumn(call, frame, *name));
  }
  return script::ForEach(interpreter, y, [&](const Value& item) {
    std::optional<std::string> name = script::StrText(interpreter, item);
    return name && CheckColumn(call, frame, *name);
  });
}

bool CheckChartSize(CommandCall& call, std::string_view argument) {
  const Value& size = call.Argument(argument);
  if (size.is_int() || size.is_float()) return true;
  RefuseArgument(call, "a size that is no number");
  return false;
}

// Whether rows can be added to the chart later; else the chart is made anew with them.
bool HasRows(const Value& data, const FrameData& frame) {
  bool is_plain = data.is_none() || data.Is<DictObject>() || data.Is<script::ListObject>() ||
                  data.Is<script::SetObject>() || data.Is<script::TupleObject>();
  return frame.is_opaque || (is_plain && frame.row_count > 0);
}

}  // namespace

Value SeriesChart(CommandCall& call) {
  const Value& data = call.Argument("data");
  ElementBuilder builder(DeltaType::kArrowVegaLiteChart);
  builder.Set(FieldId::kSpec, FrameField(call.interpreter, data));
  std::optional<FrameData> frame = ReadFrame(call, data);
  if (!frame || !CheckXAxis(call, *frame) || !CheckYAxis(call, *frame)) return {};
  if (!CheckChartSize(call, "width") || !CheckChartSize(call, "height")) return {};
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  builder.SetText(FieldId::kTheme, "streamlit");
  script::Ref<DeltaGenerator> chart = EnqueueElement(call.run, call.target, builder.Build());
  if (chart && !HasRows(data, *frame)) chart->cursor().chart_without_rows = call.command.id;
  return chart;
}

}  // namespace streplay
