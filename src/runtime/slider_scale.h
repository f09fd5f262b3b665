// The scale of an st.slider: what its arguments come to once Streamlit has inferred the kind of
// value, filled in the defaults and put everything in order.
#ifndef STREPLAY_RUNTIME_SLIDER_SCALE_H_
#define STREPLAY_RUNTIME_SLIDER_SCALE_H_

#include <optional>
#include <vector>

#include "runtime/command_call.h"

namespace streplay {

// In the order of the protobuf field `data_type`.
enum class SliderType { kInt, kFloat, kDateTime, kDate, kTime };

struct SliderScale {
  SliderType type = SliderType::kInt;
  bool is_single = true;       // the value is one value, not a range
  std::vector<double> values;  // one or two handles
  double min = 0;
  double max = 0;
  double step = 0;
  script::Value format;  // not checked to be a text
};

// Moments count as microseconds since 1970; times of day as such on 2000-01-01. Nothing when an
// exception is pending. `is_ignored`: the widget is not there, and starts with nothing of the
// state.
std::optional<SliderScale> ReadSliderScale(CommandCall& call, bool is_ignored);

// One value of a scale of that type as its number, and back. ToSliderNumber raises TypeError for a
// value of another type.
std::optional<double> ToSliderNumber(ScriptRun& run, SliderType type, const script::Value& value);
script::Value FromSliderNumber(ScriptRun& run, SliderType type, double number);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SLIDER_SCALE_H_
