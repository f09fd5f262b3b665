// A stand-in for the model, for tests of what comes after it. Every `run`, `interact` and `call`
// becomes a run that shows an `empty`, misses (the first time) or hits a cache, and shows a
// markdown with the scenario's title. An expectation `status: limit` fails; interacting with a
// widget of the label "absent" cannot happen.
#ifndef STREPLAY_TESTS_SUPPORT_FAKE_SIMULATION_H_
#define STREPLAY_TESTS_SUPPORT_FAKE_SIMULATION_H_

#include <memory>

#include "runtime/simulation.h"

namespace streplay {

class FakeRun {
 public:
  FakeRun(const Scenario& scenario, const Profile& profile) : scenario_(scenario) {
    outcome_.stream.scenario = scenario.id;
    outcome_.stream.profile = std::string(profile.name);
  }

  Outcome Run() {
    for (step_index_ = 0; step_index_ < scenario_.steps.size(); ++step_index_) {
      if (!std::visit(*this, scenario_.steps[step_index_].action)) break;
    }
    return std::move(outcome_);
  }

  bool operator()(const RunStep& step) { return AddRun(RunCause::kRun, step.session); }
  bool operator()(const InteractStep& step) {
    if (step.target.label != "absent") return AddRun(RunCause::kInteract, step.session);
    AddError(outcome_.diagnostics, scenario_.steps[step_index_].range,
             "there is no such widget on the page");
    return false;
  }
  bool operator()(const CallStep&) { return AddRun(RunCause::kCall, kDefaultSession); }
  bool operator()(const ClearStep&) {
    Add(CacheRecord{CacheEvent::kClear, "f", MissReason::kNone});
    return true;
  }
  bool operator()(const ExpectStep& step) {
    const auto& status = step.expectation.status;
    if (status && status->value == "limit") {
      outcome_.failures.push_back(
          {status->range, static_cast<int>(outcome_.runs.size()), "status", "limit", "ok"});
    }
    return true;
  }
  template <typename Other>
  bool operator()(const Other&) {
    return true;
  }

 private:
  bool AddRun(RunCause cause, const std::string& session) {
    RunOutcome run;
    run.run = static_cast<int>(outcome_.runs.size()) + 1;
    run.step_index = step_index_;
    run.first_record = outcome_.stream.records.size();
    bool is_hit = run.run > 1;
    std::string replay = is_hit ? "f" : "";
    Add(RunRecord{run.run, session, cause});
    AddElement({0, 0}, {"empty", "", {}}, "");
    Add(CacheRecord{is_hit ? CacheEvent::kHit : CacheEvent::kMiss, "f",
                    is_hit ? MissReason::kNone : MissReason::kNoEntry});
    AddElement({0, 1},
               {"checkbox", "checkbox-1-None", {{"label", {"Negate"}}, {"default", {false}}}},
               replay);
    AddElement({0, 2}, {"markdown", "", {{"body", {scenario_.title}}}}, "");
    Add(EndRecord{run.run, RunStatus::kOk});
    run.end_record = outcome_.stream.records.size();
    (is_hit ? run.hits : run.executed)["f"] = 1;
    const WidgetValues values = {{"checkbox-1-None", {cause == RunCause::kInteract}}};
    run.widget_values = std::make_shared<const WidgetValues>(values);
    outcome_.runs.push_back(std::move(run));
    return true;
  }

  void AddElement(DeltaPath path, Element element, std::string replay) {
    Add(DeltaRecord{DeltaRecord::Kind::kElement, std::move(path),
                    std::make_shared<const Element>(std::move(element)), std::move(replay)});
  }
  void Add(Record record) { outcome_.stream.records.push_back(std::move(record)); }

  const Scenario& scenario_;
  Outcome outcome_;
  size_t step_index_ = 0;
};

inline Outcome FakeSimulate(const Scenario& scenario, const Profile& profile) {
  return FakeRun(scenario, profile).Run();
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_FAKE_SIMULATION_H_
