// Placing an element or a container on the page: the one way for commands, replays, warnings and
// spinners alike (Streamlit's DeltaGenerator._enqueue and _block).
#ifndef STREPLAY_RUNTIME_ENQUEUE_H_
#define STREPLAY_RUNTIME_ENQUEUE_H_

#include "registry/command.h"
#include "runtime/delta_generator.h"
#include "runtime/delta_message.h"

namespace streplay {

class ScriptRun;

// How an element is called where names matter: in the warning of a cached function.
struct EnqueueOptions {
  // The command's name in CachedStFunctionWarning (registry: warns_as); empty: it never warns.
  std::string_view warns_as;
  bool ends_spinner = false;  // an exception does not keep it from being shown
};

// Sends the element to the place of `invoked` (or of the innermost `with`, when that is main),
// moves the cursor on, and records it in the running cached functions, showing their warning first
// where a profile says so. Returns the handle on the element; null when a completion is pending.
script::Ref<DeltaGenerator> EnqueueElement(ScriptRun& run, DeltaGenerator& invoked,
                                           const DeltaMessagePtr& message,
                                           const EnqueueOptions& options = {});

// The same when nobody wants the handle: its number, or kNoGenerator when a completion is pending.
// Half of what an element costs is its handle.
GeneratorId PutElement(ScriptRun& run, DeltaGenerator& invoked, const DeltaMessagePtr& message,
                       const EnqueueOptions& options = {});

// Sends a block and returns the handle on the new container. Null when the nesting of columns or
// expanders is refused (StreamlitAPIException) or another completion is pending.
script::Ref<DeltaGenerator> EnqueueBlock(ScriptRun& run, DeltaGenerator& invoked,
                                         const DeltaMessagePtr& message);

// Shows the CachedStFunctionWarning of a cached function where the widget's command was invoked.
// False when a completion is pending.
[[nodiscard]] bool ShowForbiddenWidgetWarning(ScriptRun& run, DeltaGenerator& invoked,
                                              std::string_view command, std::string_view function);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ENQUEUE_H_
