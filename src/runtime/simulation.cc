#include "runtime/simulation.h"

#include "runtime/call_witness.h"
#include "runtime/expectation_check.h"
#include "runtime/machine.h"
#include "runtime/program_cache.h"
#include "runtime/script_runner.h"
#include "runtime/server.h"

namespace streplay {
namespace {

class Simulation {
 public:
  // `has_witness`: the outcome tells of the cached calls.
  Simulation(const Scenario& scenario, const Profile& profile, bool has_witness)
      : scenario_(scenario),
        profile_(profile),
        programs_(machine_.symbols),
        script_(Concatenate(scenario.definitions, scenario.script)) {
    outcome_.stream.scenario = scenario.id;
    outcome_.stream.profile = std::string(profile.name);
    if (has_witness) machine_.witness = &witness_;
    StartServer();
  }

  Outcome Run() {
    for (; step_ < scenario_.steps.size() && outcome_.diagnostics.empty(); ++step_) {
      witness_.OnStep(step_);
      std::visit([this](const auto& action) { Take(action); }, scenario_.steps[step_].action);
    }
    outcome_.calls = witness_.TakeCalls();
    return std::move(outcome_);
  }

 private:
  void StartServer() {
    server_.reset();
    server_ = std::make_unique<Server>(machine_, profile_, scenario_);
    last_upload_ = 0;
  }

  void RunScript(Session& session, RunCause cause, const MappedText& text, WidgetStates states) {
    ScriptRunner runner(*server_, programs_, outcome_);
    runner.Run({session, cause, text, std::move(states), step_});
  }

  void Take(const RunStep& step) {
    Session& session = server_->OpenSession(step.session);
    RunScript(session, RunCause::kRun, script_, session.browser.States());
  }

  void Take(const InteractStep& step) {
    Session& session = server_->OpenSession(step.session);
    std::optional<Browser::Reaction> reaction = session.browser.Interact(
        step, scenario_.steps[step_].range, last_upload_, outcome_.diagnostics);
    if (!reaction || !reaction->reruns) return;
    RunScript(session, RunCause::kInteract, script_, std::move(reaction->states));
  }

  void Take(const CallStep& step) {
    Session& session = server_->OpenSession(kDefaultSession);
    RunScript(session, RunCause::kCall, step.program, session.browser.States());
  }

  void Take(const ClearStep& step) {
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

  void Take(const AdvanceStep& step) { machine_.clock.Advance(step.microseconds); }

  void Take(const EditStep& step) { script_ = Concatenate(step.definitions, step.script); }

  void Take(const RestartStep&) {
    StartServer();
    witness_.OnRestart();
  }

  void Take(const ExpectStep& step) {
    CheckExpectation(step.expectation, scenario_.steps[step_].range, outcome_);
  }

  const Scenario& scenario_;
  const Profile& profile_;
  Machine machine_;
  CallWitness witness_{machine_.clock};  // listens when the machine knows it
  ProgramCache programs_;
  MappedText script_;  // what the next run executes
  Outcome outcome_;
  std::unique_ptr<Server> server_;
  int64_t last_upload_ = 0;  // files are numbered over all sessions of a server
  size_t step_ = 0;
};

}  // namespace

Outcome Simulate(const Scenario& scenario, const Profile& profile) {
  return Simulation(scenario, profile, false).Run();
}

Outcome SimulateWithEvidence(const Scenario& scenario, const Profile& profile) {
  return Simulation(scenario, profile, true).Run();
}

}  // namespace streplay
