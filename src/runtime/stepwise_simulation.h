// A simulation that is driven from outside, one step at a time: what a person does next may depend
// on what the page shows. Simulate (simulation.h) drives it with the steps of a scenario.
#ifndef STREPLAY_RUNTIME_STEPWISE_SIMULATION_H_
#define STREPLAY_RUNTIME_STEPWISE_SIMULATION_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/call_witness.h"
#include "runtime/delta_message.h"
#include "runtime/machine_pool.h"
#include "runtime/server.h"
#include "runtime/simulation.h"
#include "scenario/scenario.h"
#include "scenario/step.h"

namespace streplay {

class StepwiseSimulation {
 public:
  // Both must outlive the simulation. Of the scenario's steps nothing is taken by itself.
  // `has_witness`: the outcome tells of the cached calls.
  StepwiseSimulation(const Scenario& scenario, const Profile& profile, bool has_witness = false);
  StepwiseSimulation(const StepwiseSimulation&) = delete;
  StepwiseSimulation& operator=(const StepwiseSimulation&) = delete;

  // `index` is the step's number in the reports. False when it could not happen: nothing has, and a
  // diagnostic of the outcome says why.
  bool Take(const Step& step, size_t index);

  // What a person could touch in the session, in the order of the page; nothing when the session is
  // not open.
  std::vector<DeltaMessagePtr> Widgets(const std::string& session);

  // What happened so far; the simulation is over.
  Outcome TakeOutcome();

 private:
  void StartServer();
  void RunScript(Session& session, RunCause cause, const MappedText& text, WidgetStates states);

  void Act(const RunStep& step);
  void Act(const InteractStep& step);
  void Act(const CallStep& step);
  void Act(const ClearStep& step);
  void Act(const AdvanceStep& step);
  void Act(const EditStep& step);
  void Act(const RestartStep& step);
  void Act(const ExpectStep& step);

  const Scenario& scenario_;
  const Profile& profile_;
  MachineLease lease_;  // ends last: see there
  Machine& machine_ = lease_.machine();
  CallWitness witness_{machine_.clock};  // listens when the machine knows it
  MappedText script_;                    // what the next run executes
  Outcome outcome_;
  // Each stands where the last one stood: values that have outlived a server (in a module that a
  // script has changed) then act on this one.
  std::optional<Server> server_;
  int64_t last_upload_ = 0;     // files are numbered over all sessions of a server
  size_t step_index_ = 0;       // of the step that is being taken
  const Step* step_ = nullptr;  // likewise
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_STEPWISE_SIMULATION_H_
