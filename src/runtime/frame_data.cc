// Follows pandas.DataFrame(data). The first row of a sequence decides what its rows are: dicts,
// sequences or single cells. The values of a dict are its columns when their lengths agree (single
// values repeat); otherwise each is a row, and the columns have no names.
#include "runtime/frame_data.h"

#include <algorithm>

#include "runtime/element_call.h"
#include "runtime/opaque.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/bytes_object.h"
#include "script/class_object.h"
#include "script/dict_object.h"
#include "script/list_object.h"
#include "script/operations.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::DictObject;
using script::Interpreter;
using script::Value;

std::nullopt_t RaiseNoTable(CommandCall& call) {
  RaiseBadArgument(call, "the data is no table");
  return std::nullopt;
}

bool IsSequence(const Value& value) {
  return value.Is<script::ListObject>() || value.Is<script::TupleObject>();
}

FrameColumn& ColumnOf(FrameData& frame, const std::string& name, size_t row) {
  auto same = [&](const FrameColumn& column) { return column.name == name; };
  auto found = std::find_if(frame.columns.begin(), frame.columns.end(), same);
  if (found == frame.columns.end()) {
    frame.columns.push_back({name, {}, false});
    found = frame.columns.end() - 1;
  }
  found->cells.resize(row);  // missing in the rows before
  return *found;
}

// Rows that are dicts.
std::optional<FrameData> ReadRecords(CommandCall& call, const std::vector<Value>& rows) {
  FrameData frame;
  for (const Value& row : rows) {
    auto* record = row.As<DictObject>();
    if (record == nullptr) {
      script::GetAttribute(call.interpreter, row, call.run.heap().Intern("keys"));
      if (!call.interpreter.failed()) RaiseNoTable(call);
      return std::nullopt;
    }
    size_t position = 0;
    while (const DictObject::Entry* entry = record->NextEntry(position)) {
      const std::string* name = script::TextOf(entry->key);
      if (name != nullptr) ColumnOf(frame, *name, frame.row_count).cells.push_back(entry->value);
    }
    ++frame.row_count;
  }
  for (FrameColumn& column : frame.columns) column.cells.resize(frame.row_count);
  return frame;
}

// Rows that are sequences, or single cells: the columns are numbered.
std::optional<FrameData> ReadRows(CommandCall& call, const std::vector<Value>& rows) {
  FrameData frame;
  frame.row_count = rows.size();
  if (rows.empty() || !IsSequence(rows.front())) return frame;
  for (const Value& row : rows) {
    if (!row.Is<OpaqueObject>() && !script::Length(call.interpreter, row)) return std::nullopt;
  }
  return frame;
}

std::optional<FrameData> ReadIterable(CommandCall& call, const Value& data) {
  std::vector<Value> rows;
  if (!script::CollectItems(call.interpreter, data, rows)) return std::nullopt;
  bool are_records = !rows.empty() && rows.front().Is<DictObject>();
  return are_records ? ReadRecords(call, rows) : ReadRows(call, rows);
}

// A column's cells; nothing for a value that is repeated in every row.
std::optional<std::vector<Value>> CellsOf(const Value& value) {
  if (auto* list = value.As<script::ListObject>()) return list->items();
  if (auto* tuple = value.As<script::TupleObject>()) return tuple->items();
  auto* dict = value.As<DictObject>();
  if (dict == nullptr) return std::nullopt;
  std::vector<Value> cells;
  size_t position = 0;
  while (const DictObject::Entry* entry = dict->NextEntry(position)) cells.push_back(entry->value);
  return cells;
}

// Reads the dict by columns; false when its values are no columns together.
bool ReadColumns(DictObject& dict, FrameData& frame) {
  std::optional<size_t> length;
  bool has_opaque = false, has_dict = false, has_sequence = false, has_other_length = false;
  size_t position = 0;
  while (const DictObject::Entry* entry = dict.NextEntry(position)) {
    FrameColumn column;
    column.is_opaque = entry->value.Is<OpaqueObject>();
    has_opaque |= column.is_opaque;
    has_dict |= entry->value.Is<DictObject>();
    if (std::optional<std::vector<Value>> cells = CellsOf(entry->value)) {
      has_sequence |= !entry->value.Is<DictObject>();
      has_other_length |= length && *length != cells->size();
      length = cells->size();
      column.cells = std::move(*cells);
    }
    const std::string* name = script::TextOf(entry->key);
    if (name == nullptr) continue;
    column.name = *name;
    frame.columns.push_back(std::move(column));
  }
  frame.row_count = length.value_or(has_opaque ? 1 : 0);
  if (has_dict) return !has_sequence && !has_opaque;
  return (length || has_opaque || dict.size() == 0) && !has_other_length;
}

std::optional<FrameData> ReadDict(DictObject& dict) {
  FrameData frame;
  if (ReadColumns(dict, frame)) return frame;
  FrameData by_rows;
  by_rows.row_count = dict.size();
  return by_rows;
}

bool IsTable(const Value& value) {
  return script::IsIterableValue(value) && script::TextOf(value) == nullptr &&
         !value.Is<script::BytesObject>() && !value.Is<script::ClassObject>();
}

}  // namespace

const FrameColumn* FrameData::Find(std::string_view name) const {
  auto same = [&](const FrameColumn& column) { return column.name == name; };
  auto found = std::find_if(columns.begin(), columns.end(), same);
  return found == columns.end() ? nullptr : &*found;
}

std::optional<FrameData> ReadFrame(CommandCall& call, const Value& data) {
  if (data.Is<OpaqueObject>()) {
    FrameData opaque;
    opaque.is_opaque = true;
    opaque.row_count = 1;
    return opaque;
  }
  if (data.is_none()) return FrameData();
  if (auto* dict = data.As<DictObject>()) return ReadDict(*dict);
  if (!IsTable(data)) return RaiseNoTable(call);
  return ReadIterable(call, data);
}

FieldValue FrameField(Interpreter& interpreter, const Value& data) {
  if (const auto* opaque = data.As<OpaqueObject>()) return OpaqueFieldValue(opaque->text());
  return OpaqueFieldValue(script::TypeName(interpreter, data));
}

}  // namespace streplay
