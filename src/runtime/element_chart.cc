#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/frame_data.h"
#include "runtime/opaque.h"
#include "script/operations.h"

namespace streplay {

using script::Value;

Value AltairChart(CommandCall& call) {
  ElementBuilder builder(DeltaType::kArrowVegaLiteChart);
  if (!SetTheme(call, builder)) return {};
  const Value& chart = call.Argument("altair_chart");
  if (!chart.Is<OpaqueObject>()) {
    script::Symbol to_dict = call.run.heap().Intern("to_dict");
    if (script::GetAttribute(call.interpreter, chart, to_dict).empty()) return {};
    return RefuseArgument(call, "a chart that altair did not make");
  }
  builder.Set(FieldId::kSpec, FrameField(call.interpreter, chart));
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

Value BokehChart(CommandCall& call) {
  ElementBuilder builder(DeltaType::kBokehChart);
  builder.Set(FieldId::kFigure, FrameField(call.interpreter, call.Argument("figure")));
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

Value GraphvizChart(CommandCall& call) {
  const Value& figure = call.Argument("figure_or_dot");
  ElementBuilder builder(DeltaType::kGraphvizChart);
  if (const std::string* dot = script::TextOf(figure)) {
    builder.SetText(FieldId::kSpec, *dot);
  } else if (figure.Is<OpaqueObject>()) {
    builder.Set(FieldId::kSpec, FrameField(call.interpreter, figure));
  } else {
    return RaiseBadArgument(call, "the argument is a text or a figure of graphviz");
  }
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

Value PydeckChart(CommandCall& call) {
  const Value& deck = call.Argument("pydeck_obj");
  if (!deck.is_none() && !deck.Is<OpaqueObject>()) {
    script::Symbol to_json = call.run.heap().Intern("to_json");
    if (script::GetAttribute(call.interpreter, deck, to_json).empty()) return {};
    return RefuseArgument(call, "a deck that pydeck did not make");
  }
  ElementBuilder builder(DeltaType::kDeckGlJsonChart);
  builder.Set(FieldId::kJson, FrameField(call.interpreter, deck));
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

}  // namespace streplay
