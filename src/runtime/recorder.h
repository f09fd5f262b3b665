// The recorder: which cached functions are running now, and what each of them has placed so far
// (Streamlit's CachedMessageReplayContext, of both decorator families).
//
// Streamlit keeps a stack a family. Here one stack holds the functions of both, each with its
// family: profile streamlit-1.18 looks at one family at a time, profile documented at all of them.
#ifndef STREPLAY_RUNTIME_RECORDER_H_
#define STREPLAY_RUNTIME_RECORDER_H_

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "registry/vocabulary.h"
#include "runtime/profile.h"
#include "runtime/recording.h"

namespace streplay {

class ScriptRun;

// A widget that a running function has met, with the value it had then: an input of the function.
// Or the default that a widget took from the session's state.
struct MetWidget {
  WidgetMetadataPtr metadata;               // null: it is a default
  std::string value_key;                    // canonical bytes of the value
  StateDefaultPtr state_default = nullptr;  // null: it is a widget

  const std::string& input_id() const { return metadata ? metadata->id.text() : state_default->id; }
};

// A cached function that is being executed.
struct RunningFunction {
  std::string name;  // __name__
  CacheFamily family = CacheFamily::kData;
  bool allows_widgets = false;
  size_t with_depth = 0;  // how many `with` containers were entered when it was called
  Recording recording;
  std::set<GeneratorId> made;  // handles that its own or its callees' commands returned
  std::vector<MetWidget> widgets_met;
};

// Where a command wrote: what a recording needs to find the place again.
struct Placement {
  GeneratorId invoked = kMainGenerator;  // the handle it was called on
  GeneratorId used = kMainGenerator;     // the handle that received it
  GeneratorId returned = kNoGenerator;   // the handle that it returned
  size_t with_depth = 0;                 // `with` containers entered at the time
};

class Recorder {
 public:
  explicit Recorder(const Profile& profile) : profile_(profile) {}

  void Enter(RunningFunction function) { running_.push_back(std::move(function)); }
  RunningFunction Leave();
  bool is_running() const { return !running_.empty(); }

  // The functions whose warning a widget command provokes, in the order in which the warnings are
  // shown; empty when widgets are allowed (rule nested.*).
  std::vector<const RunningFunction*> FunctionsForbiddingWidgets() const;

  // A widget was registered: the next element is its own. Forgotten with any element recorded.
  void SetPendingWidget(std::shared_ptr<const RecordedWidget> widget) {
    pending_widget_ = std::move(widget);
  }

  // Notes the value with which a widget was met as an input of the functions that are running.
  void NoteWidgetMet(const WidgetMetadataPtr& metadata, const std::string& value_key);

  // Likewise of a default in the session's state, at this place of their recordings.
  void NoteStateDefault(const StateDefaultPtr& state_default, const std::string& value_key);

  // Records an element or block in every running function. False when Streamlit 1.18.1 fails on it:
  // a message that has an id but belongs to no registered widget (AttributeError; the caller
  // raises). `warns_as` and `ends_spinner`: EnqueueOptions.
  [[nodiscard]] bool Record(const DeltaMessagePtr& message, std::string_view warns_as,
                            const Placement& placement, bool ends_spinner = false);

 private:
  GeneratorId PlaceFor(const RunningFunction& function, const Placement& placement) const;
  GeneratorId PlaceOfFamily(CacheFamily family, const Placement& placement) const;
  const RunningFunction* Innermost(CacheFamily family) const;
  bool FamilyAllowsWidgets(CacheFamily family) const;
  bool IsKeptFor(const RunningFunction& function, bool is_widget) const;

  const Profile& profile_;
  std::vector<RunningFunction> running_;
  std::shared_ptr<const RecordedWidget> pending_widget_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_RECORDER_H_
