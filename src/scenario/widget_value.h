// The widgets that a person can touch, and the form of the value that each of them takes
// (scenario-format.md, Values by widget). Whether a value is among the options, or between the
// limits, only a run can tell.
#ifndef STREPLAY_SCENARIO_WIDGET_VALUE_H_
#define STREPLAY_SCENARIO_WIDGET_VALUE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "scenario/plain_value.h"

namespace streplay {

// The commands' names, sorted: "button", "camera_input", …
std::span<const std::string_view> WidgetCommandNames();

// Whether `value` (absent for a click) has the form that `command` takes; else one error at `range`
// says what it takes. `command` must be one of WidgetCommandNames(). The loader asks for widgets
// named by label; the runtime for those named by key, once it knows what they are.
bool CheckWidgetValue(std::string_view command, const std::optional<PlainValue>& value,
                      const SourceRange& range, Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_WIDGET_VALUE_H_
