// The browser's part of a session: the page it shows, the widgets mounted on it with their values,
// and the values that a form holds back until it is submitted (specs/semantics.md).
#ifndef STREPLAY_RUNTIME_BROWSER_H_
#define STREPLAY_RUNTIME_BROWSER_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "runtime/delta_message.h"
#include "runtime/insertion_ordered_map.h"
#include "runtime/page_tree.h"
#include "runtime/simulation.h"
#include "scenario/step.h"
#include "stream/delta_path.h"

namespace streplay {

class Browser {
 public:
  // A run starts: the page is rebuilt from its deltas.
  void OnRunStarted();
  // One delta arrives.
  void OnDelta(const DeltaPath& path, const DeltaMessagePtr& message) {
    page_.Put(path, message);
    knows_widgets_ = false;
  }
  // The run is over (not for one that ended in a rerun): widgets that are no longer on the page
  // lose their values, values forced by the server are taken over, and new widgets are mounted with
  // their defaults.
  void OnRunFinished();
  // The script could not be compiled: the page stays as it was before the run.
  void OnCompileError();

  // What a rerun request carries: the state of every mounted widget.
  WidgetStates States() const;

  // Those on the page, in its order.
  const std::vector<DeltaMessagePtr>& Widgets();

  // What the person sees in every widget of the page that has a value.
  WidgetValuesPtr ShownValues();

  // A person acts on a widget. Returns the states of the rerun request; `reruns` false means that
  // the value stays in its form and nothing runs. Nothing when the widget is not on the page, or
  // the browser could not send the value (a diagnostic says so). `last_upload` counts the server's
  // files.
  struct Reaction {
    bool reruns = false;
    WidgetStates states;
  };
  std::optional<Reaction> Interact(const InteractStep& step, const SourceRange& step_range,
                                   int64_t& last_upload, Diagnostics& diagnostics);

 private:
  using Values = InsertionOrderedMap<WireValue>;  // by widget id

  WidgetValues MakeShownValues();
  void Mount();
  Reaction Press(const DeltaMessage& button);
  void ClearSubmittedForm(const std::string& form_id);

  PageTree page_;
  PageTree page_before_;
  std::vector<DeltaMessagePtr> widgets_;  // of the page, when they are known
  bool knows_widgets_ = false;
  std::vector<DeltaMessagePtr> mounted_;  // when the last run was over
  // What ShownValues said last, and of which widgets; no values have changed since.
  WidgetValuesPtr shown_;
  std::vector<DeltaMessagePtr> shown_of_;
  Values values_;
  std::map<std::string, Values> pending_;  // by form id
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_BROWSER_H_
