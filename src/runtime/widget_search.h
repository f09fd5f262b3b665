// Finding the widget that a step names on the page.
#ifndef STREPLAY_RUNTIME_WIDGET_SEARCH_H_
#define STREPLAY_RUNTIME_WIDGET_SEARCH_H_

#include <vector>

#include "base/diagnostic.h"
#include "runtime/delta_message.h"
#include "scenario/step.h"

namespace streplay {

// The widget of `widgets` (those on the page, in its order) that the step names; the first of
// equals unless the step says which. Null, and an error at `step_range` that names what is there,
// when there is none.
DeltaMessagePtr FindTarget(const std::vector<DeltaMessagePtr>& widgets, const InteractStep& step,
                           const SourceRange& step_range, Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_WIDGET_SEARCH_H_
