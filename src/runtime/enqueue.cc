// The order is Streamlit's: the warning of a cached function, the delta, the cursor, the recording.
#include "runtime/enqueue.h"

#include "base/check.h"
#include "runtime/caching_runtime.h"
#include "runtime/element_builder.h"
#include "runtime/recorder.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"

namespace streplay {
namespace {

using script::Ref;

Ref<DeltaGenerator> MakeHandle(ScriptRun& run, DeltaGenerator::Place place) {
  return run.heap().New<DeltaGenerator>(run.server(), std::move(place));
}

// A handle locked to the position that the cursor stands on; a running cursor then moves on.
CursorPtr TakePosition(DeltaGenerator& container) {
  if (container.cursor().is_locked) {
    container.cursor().chart_without_rows = std::nullopt;  // something else stands there now
    return container.own_cursor();
  }
  Cursor& cursor = container.cursor();
  auto position = std::make_shared<Cursor>(cursor);
  position->is_locked = true;
  ++cursor.index;
  return position;
}

Placement PlacementOf(ScriptRun& run, DeltaGenerator& invoked, DeltaGenerator& used,
                      DeltaGenerator& returned) {
  return {invoked.id(), used.id(), returned.id(), run.with_stack().size()};
}

bool ShowForbiddenWidgetWarnings(ScriptRun& run, DeltaGenerator& invoked,
                                 std::string_view command) {
  for (const RunningFunction* function :
       run.server().caching().recorder().FunctionsForbiddingWidgets()) {
    if (!ShowForbiddenWidgetWarning(run, invoked, command, function->name)) return false;
  }
  return true;
}

size_t CountParentColumns(DeltaGenerator& container) {
  size_t columns = 0;
  for (DeltaGenerator* at = &container; at != nullptr; at = at->parent()) {
    if (at->block_type() == BlockType::kColumn) ++columns;
  }
  return columns;
}

bool IsInsideExpander(DeltaGenerator& container) {
  for (DeltaGenerator* at = &container; at != nullptr; at = at->parent()) {
    if (at->block_type() == BlockType::kExpandable) return true;
  }
  return false;
}

// Columns nest once, and not at all in the sidebar; expanders never. `invoked` decides what counts
// as the sidebar, as in Streamlit.
bool CheckNesting(ScriptRun& run, DeltaGenerator& invoked, DeltaGenerator& container,
                  BlockType type) {
  if (type == BlockType::kColumn) {
    size_t columns = CountParentColumns(container);
    if (invoked.root() == kSidebarRoot && columns > 0) {
      RaiseApiException(run, "columns cannot be nested in the sidebar");
      return false;
    }
    if (columns > 1) {
      RaiseApiException(run, "columns can be nested in columns only once");
      return false;
    }
  }
  if (type == BlockType::kExpandable && IsInsideExpander(container)) {
    RaiseApiException(run, "an expander cannot be inside another expander");
    return false;
  }
  return true;
}

}  // namespace

bool ShowForbiddenWidgetWarning(ScriptRun& run, DeltaGenerator& invoked, std::string_view command,
                                std::string_view function) {
  bool forgets_the_call =
      run.profile().forbidden_warning_place == ForbiddenWarningPlace::kContainer;
  script::Value warning = MakeCachedStFunctionWarning(run, command, function);
  DeltaMessagePtr message = ExceptionMessage(run, *warning.As<script::ExceptionObject>());
  return message != nullptr &&
         EnqueueElement(run, forgets_the_call ? invoked.active() : invoked, message);
}

Ref<DeltaGenerator> EnqueueElement(ScriptRun& run, DeltaGenerator& invoked,
                                   const DeltaMessagePtr& message, const EnqueueOptions& options) {
  Ref<DeltaGenerator> container(&invoked.active());
  bool may_be_forbidden =
      !options.warns_as.empty() && run.profile().forbidden_widget == ForbiddenWidget::kCrash;
  if (may_be_forbidden && !ShowForbiddenWidgetWarnings(run, invoked, options.warns_as)) {
    return {};
  }
  if (!run.Send(container->cursor().path(), message)) return {};
  Ref<DeltaGenerator> handle = MakeHandle(
      run, {container->root(), TakePosition(*container), container, std::nullopt, std::nullopt});
  Recorder& recorder = run.server().caching().recorder();
  if (!recorder.Record(message, options.warns_as, PlacementOf(run, invoked, *container, *handle))) {
    run.interpreter().RaiseAttributeError("");
    return {};
  }
  return handle;
}

Ref<DeltaGenerator> EnqueueBlock(ScriptRun& run, DeltaGenerator& invoked,
                                 const DeltaMessagePtr& message) {
  Ref<DeltaGenerator> container(&invoked.active());
  if (!CheckNesting(run, invoked, *container, message->block_type)) return {};
  DeltaPath path = container->cursor().path();
  auto inside = std::make_shared<Cursor>(Cursor{path, 0, false});
  Ref<DeltaGenerator> handle = MakeHandle(run, {container->root(), std::move(inside), container,
                                                message->block_type, container->form_id()});
  TakePosition(*container);
  if (!run.Send(std::move(path), message)) return {};
  STREPLAY_CHECK(run.server().caching().recorder().Record(
      message, {}, PlacementOf(run, invoked, *container, *handle)));
  return handle;
}

}  // namespace streplay
