// The arguments that a widget's value depends on, in sets that go together, as a constant table:
// bounds with a value between them, options with an index into them. All other parameters of a
// widget are free of each other and come from the registry.
#ifndef STREPLAY_EXPLORE_WIDGET_FORMS_H_
#define STREPLAY_EXPLORE_WIDGET_FORMS_H_

#include <span>
#include <string_view>

#include "registry/ids.h"

namespace streplay {

struct FormArgument {
  std::string_view name;  // empty: by position, and required
  std::string_view value;
};

// In `condition` and `shown` a `$` stands for the variable.
struct WidgetForm {
  CommandId command;
  std::span<const FormArgument> arguments;
  std::string_view condition;
  std::string_view shown;
  std::string_view set_value;  // what session_state may set its key to; empty: nothing
  enum class Kind { kPlain, kClock, kWrong };
  Kind kind = Kind::kPlain;  // kClock: it starts with today or now; kWrong: the command raises
};

std::span<const WidgetForm> WidgetForms();

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_WIDGET_FORMS_H_
