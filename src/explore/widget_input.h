// What a person may set a widget to.
#ifndef STREPLAY_EXPLORE_WIDGET_INPUT_H_
#define STREPLAY_EXPLORE_WIDGET_INPUT_H_

#include <optional>

#include "explore/random.h"
#include "runtime/delta_message.h"
#include "scenario/plain_value.h"

namespace streplay {

// Nothing for a click.
std::optional<PlainValue> NewInput(Random& random, const DeltaMessage& widget);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_WIDGET_INPUT_H_
