#include <cmath>

#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/enqueue.h"
#include "runtime/proto_value.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"
#include "script/unicode_properties.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

Value PlaceBlock(CommandCall& call, const ElementBuilder& builder) {
  return EnqueueBlock(call.run, call.target, builder.Build());
}

// The weights of columns: a number of equal ones, or any sized iterable of numbers.
bool CollectWeights(CommandCall& call, std::vector<Value>& weights) {
  Interpreter& interpreter = call.interpreter;
  const Value& spec = call.Argument("spec");
  if (spec.is_integral()) {
    int64_t count = std::max<int64_t>(spec.as_int(), 0);
    if (!interpreter.CheckSize(static_cast<size_t>(count))) return false;
    weights.assign(static_cast<size_t>(count), Value::Int(1));
    return true;
  }
  std::optional<int64_t> length = script::Length(interpreter, spec);
  if (!length) return false;
  return *length == 0 || script::CollectItems(interpreter, spec, weights);
}

// False when a weight is not positive; nothing when one cannot be compared with 0.
std::optional<bool> ArePositive(CommandCall& call, const std::vector<Value>& weights) {
  for (const Value& weight : weights) {
    std::optional<bool> is_bad =
        script::Holds(call.interpreter, script::Comparison::kLessEqual, weight, Value::Int(0));
    if (!is_bad) return std::nullopt;
    if (*is_bad) return false;
  }
  return true;
}

std::optional<std::string> Gap(CommandCall& call) {
  if (const std::string* text = script::TextOf(call.Argument("gap"))) {
    std::string gap = script::LowerText(*text);
    if (gap == "small" || gap == "medium" || gap == "large") return gap;
  }
  RaiseBadArgument(call, "the gap is \"small\", \"medium\" or \"large\"");
  return std::nullopt;
}

Value Sum(Interpreter& interpreter, const std::vector<Value>& weights) {
  Value total = Value::Int(0);
  for (const Value& weight : weights) {
    total = script::BinaryOperation(interpreter, script::BinaryOperator::kAdd, total, weight);
    if (total.empty()) return {};
  }
  return total;
}

// The column's share of the row.
std::optional<double> Share(Interpreter& interpreter, const Value& weight, const Value& total) {
  Value share =
      script::BinaryOperation(interpreter, script::BinaryOperator::kDivide, weight, total);
  if (share.empty()) return std::nullopt;
  return ToProtoDouble(interpreter, share);
}

Value PlaceColumns(CommandCall& call, const std::vector<Value>& weights, const std::string& gap) {
  ElementBuilder horizontal(BlockType::kHorizontal);
  horizontal.SetText(FieldId::kGap, gap);
  Ref<DeltaGenerator> row = EnqueueBlock(call.run, call.target, horizontal.Build());
  if (!row) return {};
  Value total = Sum(call.interpreter, weights);
  if (total.empty()) return {};
  std::vector<Value> columns;
  for (const Value& weight : weights) {
    std::optional<double> share = Share(call.interpreter, weight, total);
    if (!share) return {};
    ElementBuilder column(BlockType::kColumn);
    column.SetDouble(FieldId::kWeight, *share).SetText(FieldId::kGap, gap);
    columns.emplace_back(EnqueueBlock(call.run, *row, column.Build()));
    if (columns.back().empty()) return {};
  }
  return call.run.heap().MakeList(std::move(columns));
}

// Whether all labels are texts. Iterating an iterator uses it up, as in Streamlit: its tabs are
// gone.
std::optional<bool> AreTexts(Interpreter& interpreter, const Value& labels) {
  std::vector<Value> items;
  if (!script::CollectItems(interpreter, labels, items)) return std::nullopt;
  for (const Value& item : items) {
    if (script::TextOf(item) == nullptr) return false;
  }
  return true;
}

}  // namespace

Value Container(CommandCall& call) {
  return PlaceBlock(call, ElementBuilder(BlockType::kContainer));
}

Value Columns(CommandCall& call) {
  std::vector<Value> weights;
  if (!CollectWeights(call, weights)) return {};
  std::optional<bool> are_positive = ArePositive(call, weights);
  if (!are_positive) return {};
  if (weights.empty() || !*are_positive) {
    return RaiseBadArgument(call, "the argument is a positive int or a list of positive weights");
  }
  std::optional<std::string> gap = Gap(call);
  if (!gap) return {};
  return PlaceColumns(call, weights, *gap);
}

Value Tabs(CommandCall& call) {
  const Value& labels = call.Argument("tabs");
  std::optional<bool> has_any = script::IsTrue(call.interpreter, labels);
  if (!has_any) return {};
  if (!*has_any) return RaiseBadArgument(call, "there must be a label at least");
  std::optional<bool> are_texts = AreTexts(call.interpreter, labels);
  if (!are_texts) return {};
  if (!*are_texts) return RaiseBadArgument(call, "the labels are texts");
  Ref<DeltaGenerator> tabs =
      EnqueueBlock(call.run, call.target, ElementBuilder(BlockType::kTabContainer).Build());
  if (!tabs) return {};
  std::vector<Value> handles;
  bool placed = script::ForEach(call.interpreter, labels, [&](const Value& label) {
    ElementBuilder tab(BlockType::kTab);
    tab.SetText(FieldId::kLabel, *script::TextOf(label));
    handles.emplace_back(EnqueueBlock(call.run, *tabs, tab.Build()));
    return !handles.back().empty();
  });
  if (!placed) return {};
  return call.run.heap().MakeTuple(std::move(handles));
}

Value Expander(CommandCall& call) {
  if (call.Argument("label").is_none()) return RaiseBadArgument(call, "a label is required");
  ElementBuilder builder(BlockType::kExpandable);
  if (!SetBoolArgument(call, builder, FieldId::kExpanded, "expanded")) return {};
  if (!SetTextArgument(call, builder, FieldId::kLabel, "label")) return {};
  return PlaceBlock(call, builder);
}

}  // namespace streplay
