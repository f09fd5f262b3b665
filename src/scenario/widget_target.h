// How a step names the widget that a person touches.
#ifndef STREPLAY_SCENARIO_WIDGET_TARGET_H_
#define STREPLAY_SCENARIO_WIDGET_TARGET_H_

#include <optional>
#include <string>

namespace streplay {

// Either by command and label (`{checkbox: Negate}`) or by the user's key (`{key: negate}`).
// Exactly one of `command` and `key` is not empty. `command` is one of the names in
// scenario/widget_value.h.
struct WidgetTarget {
  std::string command;
  std::string label;  // with `command`; may be the empty string
  std::string key;
  std::optional<int> nth;  // 0-based, among the widgets on the page that match otherwise
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_WIDGET_TARGET_H_
