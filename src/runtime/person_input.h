// What a person does to a widget in a step, as the browser sends it.
#ifndef STREPLAY_RUNTIME_PERSON_INPUT_H_
#define STREPLAY_RUNTIME_PERSON_INPUT_H_

#include <cstdint>
#include <optional>

#include "base/diagnostic.h"
#include "runtime/delta_message.h"
#include "scenario/step.h"

namespace streplay {

// The value for the widget. Nothing, and an error at the step's value, when the browser could not
// send it: no option, out of bounds, too long; or at the step when the widget is disabled. Uploaded
// files are numbered on from `last_upload`.
std::optional<WireValue> ReadInput(const DeltaMessage& widget, const InteractStep& step,
                                   const SourceRange& step_range, int64_t& last_upload,
                                   Diagnostics& diagnostics);

// How the person sees a widget's value: options by their texts, everything else as it is.
FieldValue ShownValue(const WidgetFacts& facts, const WireValue& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_PERSON_INPUT_H_
