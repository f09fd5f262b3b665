// A specification is a dict that may hold the data as well. What is drawn is not modelled; what is
// refused on the way is.
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/frame_data.h"
#include "runtime/json_text.h"
#include "runtime/opaque.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::DictObject;
using script::Interpreter;
using script::Ref;
using script::Value;

// A specification and the data to go with it (empty or None: none).
struct Chart {
  Ref<DictObject> spec;
  Value data;
};

// Keyword arguments are parts of the specification: `x_field` is its `x`, `field` within. Nested
// parts of one name are not told apart here, for nothing depends on them.
bool AddKeywords(CommandCall& call, DictObject& spec) {
  auto* keywords = call.Argument("kwargs").As<DictObject>();
  size_t position = 0;
  while (const DictObject::Entry* entry = keywords->NextEntry(position)) {
    const std::string& path = *script::TextOf(entry->key);
    Value name = call.run.heap().MakeString(path.substr(0, path.find('_')));
    if (!spec.Set(call.interpreter, name, entry->value)) return false;
  }
  return true;
}

std::optional<Chart> ReadArguments(CommandCall& call) {
  Interpreter& interpreter = call.interpreter;
  Chart chart{{}, call.Argument("data")};
  Value spec = call.Argument("spec");
  if (chart.data.Is<DictObject>() && spec.is_none()) {
    spec = std::exchange(chart.data, Value::None());
  }
  if (spec.is_none() || spec.Is<OpaqueObject>()) {
    chart.spec = call.run.heap().MakeDict();
    if (!spec.is_none()) chart.spec->SetString("mark", spec);
  } else {
    Value copy = interpreter.Call(Value(interpreter.classes().dict), {spec});
    if (copy.empty()) return std::nullopt;
    chart.spec = Ref<DictObject>(copy.As<DictObject>());
  }
  if (!AddKeywords(call, *chart.spec)) return std::nullopt;
  if (chart.spec->size() > 0) return chart;
  RaiseStreamlits(call.run, *interpreter.classes().value_error,
                  "st.vega_lite_chart: the specification is empty");
  return std::nullopt;
}

// Takes an entry out of the specification; empty when there is none.
Value Take(CommandCall& call, DictObject& spec, std::string_view name) {
  return spec.Remove(call.interpreter, call.run.heap().MakeString(std::string(name)));
}

bool TakeDatasets(CommandCall& call, DictObject& spec) {
  Value datasets = Take(call, spec, "datasets");
  if (datasets.empty()) return true;
  Value items = call.interpreter.CallMethod(datasets, call.run.heap().Intern("items"), {});
  return !items.empty() && script::ForEach(call.interpreter, items, [&](const Value& item) {
    auto* pair = item.As<script::TupleObject>();
    return pair != nullptr && ReadFrame(call, pair->items()[1]).has_value();
  });
}

// Data that stands in the specification: as such, or as the `values` of a dict.
void TakeData(CommandCall& call, Chart& chart) {
  const Value* data = chart.spec->FindString("data");
  if (data == nullptr) return;
  auto* source = data->As<DictObject>();
  const Value* values = source == nullptr ? data : source->FindString("values");
  if (values == nullptr) return;
  chart.data = *values;
  Take(call, *chart.spec, "data");
}

}  // namespace

Value VegaLiteChart(CommandCall& call) {
  ElementBuilder builder(DeltaType::kArrowVegaLiteChart);
  if (!SetTheme(call, builder)) return {};
  std::optional<Chart> chart = ReadArguments(call);
  if (!chart || !TakeDatasets(call, *chart->spec)) return {};
  TakeData(call, *chart);
  if (!ChartJsonText(call.interpreter, chart->spec)) return {};
  builder.Set(FieldId::kSpec, FrameField(call.interpreter, call.Argument("spec")));
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  if (!chart->data.is_none()) {
    builder.Set(FieldId::kData, FrameField(call.interpreter, chart->data));
    if (!ReadFrame(call, chart->data)) return {};
  }
  return PlaceElement(call, builder);
}

}  // namespace streplay
