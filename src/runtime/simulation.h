// The runtime room's front door: runs a scenario in the model under one profile.
//
// Never opens a file and never prints. The same scenario and profile give the same outcome, always.
#ifndef STREPLAY_RUNTIME_SIMULATION_H_
#define STREPLAY_RUNTIME_SIMULATION_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "runtime/call_evidence.h"
#include "runtime/profile.h"
#include "scenario/scenario.h"
#include "stream/element_stream.h"

namespace streplay {

// Counts by a cached function's __name__; functions without a count are absent.
using CallCounts = std::map<std::string, int>;

// By widget id: what the browser holds for every mounted widget once a run is over, in the form of
// the fields (an option by its text). Runs after which it holds the same share one.
using WidgetValues = std::map<std::string, FieldValue>;
using WidgetValuesPtr = std::shared_ptr<const WidgetValues>;  // never null
WidgetValuesPtr NoWidgetValues();

// What one run did, beside its records in the stream.
struct RunOutcome {
  int run = 0;              // 1-based, as in the stream
  size_t step_index = 0;    // the step of the scenario that caused it
  size_t first_record = 0;  // its records are [first_record, end_record) of the stream
  size_t end_record = 0;
  RunStatus status = RunStatus::kOk;
  CallCounts executed;
  CallCounts hits;
  CallCounts misses;
  std::string limit;               // with status `limit`: which one, a sentence
  SourceRange failed_at;           // with status `exception`: the script line that raised
  std::vector<std::string> notes;  // what the profile notes without showing it (deprecated names)

  WidgetValuesPtr widget_values = NoWidgetValues();  // none after a run that ended in a rerun
};

// An `expect` step that does not hold: where it stands and how the run differs.
struct ExpectationFailure {
  SourceRange range;     // the expectation's key in the scenario file
  int run = 0;           // the run it speaks of
  std::string what;      // `elements`, `executed`, `warnings`, …
  std::string expected;  // canonical text
  std::string got;       // canonical text
};

struct Outcome {
  ElementStream stream;
  std::vector<RunOutcome> runs;
  std::vector<ExpectationFailure> failures;
  Diagnostics
      diagnostics;  // a step that could not happen (no such widget, …): the scenario is invalid
  std::vector<CallEvidence> calls;  // of SimulateWithEvidence: every cached call, in order
};

// `scenario` must have been loaded without errors. Stops at the first step that cannot happen.
Outcome Simulate(const Scenario& scenario, const Profile& profile);

// The same outcome, with the evidence of its cached calls.
Outcome SimulateWithEvidence(const Scenario& scenario, const Profile& profile);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SIMULATION_H_
