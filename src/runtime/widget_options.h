// What the widgets that choose among options share: the options as a sequence, their texts, and
// finding an option in it.
#ifndef STREPLAY_RUNTIME_WIDGET_OPTIONS_H_
#define STREPLAY_RUNTIME_WIDGET_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/command_call.h"
#include "runtime/element_builder.h"
#include "runtime/widget_metadata.h"

namespace streplay {

// The argument `options` when it can be indexed (it has a method `index`), else a list of its
// items. The script keeps the same object: what it does to it later shows in the widget. Empty when
// an exception is pending.
script::Value IndexableOptions(CommandCall& call);

// The texts shown, made by the argument `format_func`, as the field `options` and in the widget
// facts. False when an exception is pending.
[[nodiscard]] bool SetOptions(CommandCall& call, ElementBuilder& builder,
                              const script::Value& options);

// The position of the first option equal to `value`; floats are equal within a small distance.
// Streamlit's ValueError when there is none.
std::optional<int64_t> FindOption(ScriptRun& run, const script::Value& options,
                                  const script::Value& value);

// The option at a position of the wire.
script::Value OptionAt(ScriptRun& run, const script::Value& options, int64_t index);

// Whether Streamlit takes the value for a range: a list or tuple.
bool IsRangeValue(const script::Value& value);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIDGET_OPTIONS_H_
