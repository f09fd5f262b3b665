#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/frame_data.h"
#include "runtime/opaque.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/unicode_properties.h"

namespace streplay {
namespace {

using script::DictObject;
using script::Value;

bool IsOneOf(const Value& key, std::initializer_list<std::string_view> names) {
  const std::string* text = script::TextOf(key);
  if (text == nullptr) return false;
  for (std::string_view name : names) {
    if (*text == name) return true;
  }
  return false;
}

// Plotly checks every property of a figure; of plain ones, only the most common are known here.
bool IsKnownTrace(const Value& trace) {
  auto* properties = trace.As<DictObject>();
  if (properties == nullptr) return trace.Is<OpaqueObject>();
  size_t position = 0;
  while (const DictObject::Entry* entry = properties->NextEntry(position)) {
    if (!IsOneOf(entry->key, {"x", "y", "z"}) || !entry->value.Is<script::ListObject>()) {
      return false;
    }
  }
  return true;
}

bool AreKnownTraces(const Value& traces) {
  auto* list = traces.As<script::ListObject>();
  if (list == nullptr) return false;
  for (const Value& trace : list->items()) {
    if (!IsKnownTrace(trace)) return false;
  }
  return true;
}

bool IsKnownFigure(const Value& figure) {
  auto* parts = figure.As<DictObject>();
  if (parts == nullptr) return AreKnownTraces(figure);
  const Value* traces = parts->FindString("data");
  return traces != nullptr && parts->size() == 1 && AreKnownTraces(*traces);
}

// False when a completion is pending.
bool CheckFigure(CommandCall& call, const Value& figure) {
  if (figure.Is<OpaqueObject>() || IsKnownFigure(figure)) return true;
  if (figure.Is<DictObject>() || figure.Is<script::ListObject>()) {
    RefuseArgument(call, "this plain figure");
  } else {
    call.interpreter.Raise(call.run.server().classes().plotly_error,
                           "The `figure_or_data` positional argument must be `dict`-like, "
                           "`list`-like, or an instance of plotly.graph_objs.Figure");
  }
  return false;
}

bool CheckSharing(CommandCall& call) {
  const std::string* sharing = script::TextOf(call.Argument("sharing"));
  if (sharing != nullptr && *sharing == "streamlit") return true;
  if (sharing != nullptr && IsOneOf(call.run.heap().MakeString(script::LowerText(*sharing)),
                                    {"streamlit", "private", "public", "secret"})) {
    RefuseArgument(call, "a figure that is shared elsewhere");
  } else {
    RaiseStreamlits(call.run, *call.interpreter.classes().value_error,
                    "st.plotly_chart: no such way of sharing");
  }
  return false;
}

}  // namespace

Value PlotlyChart(CommandCall& call) {
  ElementBuilder builder(DeltaType::kPlotlyChart);
  const Value& figure = call.Argument("figure_or_data");
  if (!SetTheme(call, builder) || !CheckFigure(call, figure) || !CheckSharing(call)) return {};
  builder.Set(FieldId::kFigure, FrameField(call.interpreter, figure));
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

}  // namespace streplay
