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

// An element was placed where the cursor stands: a running cursor moves on.
void MovePast(Cursor& cursor) {
  if (cursor.is_locked) {
    cursor.chart_without_rows = std::nullopt;  // something else stands there now
  } else {
    ++cursor.index;
  }
}

// For a handle: locked to the position that the cursor stands on, which it then moves past.
CursorPtr TakePosition(DeltaGenerator& container) {
  Cursor& cursor = container.cursor();
  CursorPtr position = container.own_cursor();
  if (!cursor.is_locked) {
    position = std::make_shared<Cursor>(cursor);
    position->is_locked = true;
  }
  MovePast(cursor);
  return position;
}

Placement PlacementOf(ScriptRun& run, DeltaGenerator& invoked, DeltaGenerator& used,
                      GeneratorId returned) {
  return {invoked.id(), used.id(), returned, run.with_stack().size()};
}

bool RecordElement(ScriptRun& run, const DeltaMessagePtr& message, const EnqueueOptions& options,
                   const Placement& placement) {
  Recorder& recorder = run.server().caching().recorder();
  if (recorder.Record(message, options.warns_as, placement, options.ends_spinner)) return true;
  run.interpreter().RaiseAttributeError("");
  return false;
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

// Shows the warnings that the element provokes and sends it. False when a completion is pending.
bool SendElement(ScriptRun& run, DeltaGenerator& invoked, DeltaGenerator& container,
                 const DeltaMessagePtr& message, const EnqueueOptions& options) {
  bool may_be_forbidden =
      !options.warns_as.empty() && run.profile().forbidden_widget == ForbiddenWidget::kCrash;
  if (may_be_forbidden && !ShowForbiddenWidgetWarnings(run, invoked, options.warns_as)) {
    return false;
  }
  return run.Send(container.cursor().path(), message);
}

}  // namespace

bool ShowForbiddenWidgetWarning(ScriptRun& run, DeltaGenerator& invoked, std::string_view command,
                                std::string_view function) {
  bool forgets_the_call =
      run.profile().forbidden_warning_place == ForbiddenWarningPlace::kContainer;
  script::Value warning = MakeCachedStFunctionWarning(run, command, function);
  DeltaMessagePtr message = ExceptionMessage(run, *warning.As<script::ExceptionObject>());
  return message != nullptr &&
         PutElement(run, forgets_the_call ? invoked.active() : invoked, message) != kNoGenerator;
}

Ref<DeltaGenerator> EnqueueElement(ScriptRun& run, DeltaGenerator& invoked,
                                   const DeltaMessagePtr& message, const EnqueueOptions& options) {
  Ref<DeltaGenerator> container(&invoked.active());
  if (!SendElement(run, invoked, *container, message, options)) return {};
  Ref<DeltaGenerator> handle = MakeHandle(
      run, {container->root(), TakePosition(*container), container, std::nullopt, std::nullopt});
  Placement placement = PlacementOf(run, invoked, *container, handle->id());
  return RecordElement(run, message, options, placement) ? handle : Ref<DeltaGenerator>();
}

GeneratorId PutElement(ScriptRun& run, DeltaGenerator& invoked, const DeltaMessagePtr& message,
                       const EnqueueOptions& options) {
  Ref<DeltaGenerator> container(&invoked.active());
  if (!SendElement(run, invoked, *container, message, options)) return kNoGenerator;
  MovePast(container->cursor());
  Placement placement = PlacementOf(run, invoked, *container, run.server().NextGeneratorId());
  return RecordElement(run, message, options, placement) ? placement.returned : kNoGenerator;
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
      message, {}, PlacementOf(run, invoked, *container, handle->id())));
  return handle;
}

}  // namespace streplay
