#include "runtime/stepwise_simulation.h"

#include <utility>

#include "runtime/expectation_check.h"
#include "runtime/script_runner.h"

namespace streplay {

StepwiseSimulation::StepwiseSimulation(const Scenario& scenario, const Profile& profile,
                                       bool has_witness)
    : scenario_(scenario),
      profile_(profile),
      script_(Concatenate(scenario.definitions, scenario.script)) {
  outcome_.stream.scenario = scenario.id;
  outcome_.stream.profile = std::string(profile.name);
  machine_.programs.BeginSimulation(scenario.source);
  if (has_witness) machine_.witness = &witness_;
  StartServer();
}

Outcome StepwiseSimulation::TakeOutcome() {
  outcome_.calls = witness_.TakeCalls();
  return std::move(outcome_);
}

bool StepwiseSimulation::Take(const Step& step, size_t index) {
  size_t known_diagnostics = outcome_.diagnostics.size();
  step_ = &step;
  step_index_ = index;
  witness_.OnStep(index);
  std::visit([this](const auto& action) { Act(action); }, step.action);
  return outcome_.diagnostics.size() == known_diagnostics;
}

std::vector<DeltaMessagePtr> StepwiseSimulation::Widgets(const std::string& session) {
  Session* open = server_->FindSession(session);
  return open == nullptr ? std::vector<DeltaMessagePtr>() : open->browser.Widgets();
}

void StepwiseSimulation::StartServer() {
  server_.emplace(machine_, profile_, scenario_);
  last_upload_ = 0;
}

void StepwiseSimulation::RunScript(Session& session, RunCause cause, const MappedText& text,
                                   WidgetStates states) {
  ScriptRunner runner(*server_, machine_.programs, outcome_);
  runner.Run({session, cause, text, std::move(states), step_index_});
}

void StepwiseSimulation::Act(const RunStep& step) {
  Session& session = server_->OpenSession(step.session);
  RunScript(session, RunCause::kRun, script_, session.browser.States());
}

void StepwiseSimulation::Act(const InteractStep& step) {
  Session& session = server_->OpenSession(step.session);
  std::optional<Browser::Reaction> reaction =
      session.browser.Interact(step, step_->range, last_upload_, outcome_.diagnostics);
  if (!reaction || !reaction->reruns) return;
  RunScript(session, RunCause::kInteract, script_, std::move(reaction->states));
}

void StepwiseSimulation::Act(const CallStep& step) {
  Session& session = server_->OpenSession(kDefaultSession);
  RunScript(session, RunCause::kCall, step.program, session.browser.States());
}

void StepwiseSimulation::Act(const ClearStep& step) {
  using What = ClearStep::What;
  CachingRuntime& caching = server_->caching();
  if (step.what == What::kFunction) caching.ClearFunction(step.function);
  if (step.what == What::kAll || step.what == What::kMemo) {
    caching.ClearFamily(CacheFamily::kData);
  }
  if (step.what == What::kAll || step.what == What::kSingleton) {
    caching.ClearFamily(CacheFamily::kResource);
  }
}

void StepwiseSimulation::Act(const AdvanceStep& step) {
  machine_.clock.Advance(step.microseconds);
}

void StepwiseSimulation::Act(const EditStep& step) {
  script_ = Concatenate(step.definitions, step.script);
}

void StepwiseSimulation::Act(const RestartStep&) {
  StartServer();
  witness_.OnRestart();
}

void StepwiseSimulation::Act(const ExpectStep& step) {
  CheckExpectation(step.expectation, step_->range, outcome_);
}

}  // namespace streplay
