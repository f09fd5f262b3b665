#include <array>

#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/frame_data.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Value;

const FrameColumn* FindColumn(const FrameData& frame,
                              const std::array<std::string_view, 4>& names) {
  for (std::string_view name : names) {
    if (const FrameColumn* column = frame.Find(name)) return column;
  }
  return nullptr;
}

// A missing cell is refused; one that is no number ends in an error of the arithmetic.
bool CheckDegrees(CommandCall& call, const FrameColumn& column) {
  for (const Value& cell : column.cells) {
    if (cell.empty() || cell.is_none()) {
      RaiseBadArgument(call, "latitudes and longitudes are numbers");
      return false;
    }
    if (!script::AsNumber(cell)) {
      RefuseArgument(call, "cells that are no numbers");
      return false;
    }
  }
  return true;
}

bool CheckPlaces(CommandCall& call, const FrameData& places) {
  constexpr std::array<std::string_view, 4> kLatitudes = {"lat", "latitude", "LAT", "LATITUDE"};
  constexpr std::array<std::string_view, 4> kLongitudes = {"lon", "longitude", "LON", "LONGITUDE"};
  const FrameColumn* latitude = FindColumn(places, kLatitudes);
  const FrameColumn* longitude = FindColumn(places, kLongitudes);
  if (latitude == nullptr || longitude == nullptr) {
    RaiseBadArgument(call, "the data has a column of latitudes and one of longitudes");
    return false;
  }
  return CheckDegrees(call, *longitude) && CheckDegrees(call, *latitude);
}

}  // namespace

Value Map(CommandCall& call) {
  const Value& data = call.Argument("data");
  ElementBuilder builder(DeltaType::kDeckGlJsonChart);
  builder.Set(FieldId::kJson, FrameField(call.interpreter, data));
  if (!data.is_none()) {
    std::optional<FrameData> places = ReadFrame(call, data);
    if (!places || (!places->is_opaque && !CheckPlaces(call, *places))) return {};
  }
  if (!SetBoolArgument(call, builder, FieldId::kUseContainerWidth, "use_container_width")) {
    return {};
  }
  return PlaceElement(call, builder);
}

}  // namespace streplay
