// Tabular data as the chart and table commands see it: as much of what pandas makes of a script's
// value as decides whether a command accepts it. The data itself never reaches a stream.
#ifndef STREPLAY_RUNTIME_FRAME_DATA_H_
#define STREPLAY_RUNTIME_FRAME_DATA_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/command_call.h"
#include "stream/field_value.h"

namespace streplay {

struct FrameColumn {
  std::string name;
  std::vector<script::Value> cells;  // an empty one is missing
  bool is_opaque = false;            // its cells are not known
};

struct FrameData {
  bool is_opaque = false;  // neither columns nor rows are known
  size_t row_count = 0;
  std::vector<FrameColumn> columns;  // those whose name is a text, unless opaque

  const FrameColumn* Find(std::string_view name) const;
};

// Nothing when an exception is pending: for anything that is no table (StreamlitAPIException), and
// for rows that do not fit the first one. Opaque values are tables of any shape.
std::optional<FrameData> ReadFrame(CommandCall& call, const script::Value& data);

// How the data appears in a stream.
FieldValue FrameField(script::Interpreter& interpreter, const script::Value& data);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_FRAME_DATA_H_
