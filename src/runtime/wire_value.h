// A widget's value as the browser and the server exchange it: the one field of a widget state
// message that is set. Plain data, without any Python value.
#ifndef STREPLAY_RUNTIME_WIRE_VALUE_H_
#define STREPLAY_RUNTIME_WIRE_VALUE_H_

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "runtime/shared_text.h"

namespace streplay {

// A click on a button. It is sent once and then forgotten.
struct Trigger {
  bool operator==(const Trigger&) const = default;
};

// A file that a person picked.
struct WireFile {
  int64_t id = 0;  // of the upload, counted over the session
  std::string name;
  std::string type;
  std::string content;
  bool operator==(const WireFile&) const = default;
};

// monostate: no value.
using WireValue =
    std::variant<std::monostate, Trigger, bool, int64_t, double, std::string, std::vector<double>,
                 std::vector<int64_t>, std::vector<std::string>, std::vector<WireFile>>;

// The state of one widget, as a rerun request carries it.
struct WidgetState {
  SharedText id;
  WireValue value;
};

// In the order in which the browser got to know the widgets.
using WidgetStates = std::vector<WidgetState>;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIRE_VALUE_H_
