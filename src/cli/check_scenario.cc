#include "cli/check_scenario.h"

#include <algorithm>
#include <utility>

#include "cli/run_end_text.h"
#include "cli/run_origin.h"
#include "explore/step_text.h"
#include "golden/golden_comparison.h"
#include "golden/golden_store.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

bool HasError(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::kError;
  });
}

// The step that caused the difference's run; none for a run that only the golden has.
RunOrigin OriginOf(const Difference& difference, const Scenario& scenario, const Outcome& outcome) {
  bool only_in_golden = difference.kind == Difference::Kind::kMissing && difference.what == "run";
  return only_in_golden ? RunOrigin{} : OriginOfRun(difference.run, scenario, outcome);
}

// The line of the golden that the difference speaks of: its header is line 1.
int GoldenLine(const Difference& difference) {
  if (difference.what == "header") return 1;
  return difference.expected_record ? static_cast<int>(*difference.expected_record) + 2 : 0;
}

class ProfileCheck {
 public:
  ProfileCheck(const Scenario& scenario, const std::string& profile, const CheckPolicy& policy,
               Environment& environment)
      : scenario_(scenario),
        policy_(policy),
        outcome_(environment.simulate(scenario, GetProfile(profile))),
        golden_path_(GoldenPath(scenario, profile)),
        store_(environment.files, scenario.golden_root) {
    result_.path = scenario.path;
    result_.id = scenario.id;
    result_.profile = profile;
    result_.title = scenario.title;
    result_.rules = scenario.covers;
    result_.golden_path = golden_path_;
    result_.run_count = outcome_.runs.size();
    result_.record_count = outcome_.stream.records.size();
  }

  ScenarioResult Run() {
    result_.diagnostics = outcome_.diagnostics;
    if (HasError(outcome_.diagnostics)) {
      result_.outcome = CheckOutcome::kInvalid;
      return std::move(result_);
    }
    for (const ExpectationFailure& failure : outcome_.failures) {
      result_.expectations.push_back({failure.range, failure.run, failure.what, failure.expected,
                                      failure.got, WhyItEnded(failure)});
    }
    JudgeStream();
    if (!result_.expectations.empty() && result_.outcome != CheckOutcome::kError) {
      result_.outcome = CheckOutcome::kFail;
    }
    return std::move(result_);
  }

 private:
  // A run that broke off explains much that is not there.
  std::string WhyItEnded(const ExpectationFailure& failure) const {
    const RunOutcome* run = FindRun(outcome_, failure.run);
    bool is_plain = run == nullptr || run->status == RunStatus::kOk || failure.what == "status";
    return is_plain ? "" : RunEndText(*run);
  }

  void JudgeStream() {
    std::string text = WriteStream(outcome_.stream);
    GoldenComparison comparison =
        CompareWithGolden(store_.Read(GoldenName()), golden_path_, outcome_.stream, text);
    GoldenVerdict verdict = JudgeGolden(comparison.state, policy_.update);
    if (verdict.write && outcome_.failures.empty()) {
      std::string error;
      if (!store_.Write(GoldenName(), text, error)) {
        result_.outcome = CheckOutcome::kError;
        result_.error = golden_path_ + " cannot be written: " + error;
        return;
      }
      result_.golden_written = true;
    }
    result_.outcome = OutcomeOf(comparison.state, verdict);
    if (!IsGood(result_.outcome)) TakeFindings(std::move(comparison));
  }

  CheckOutcome OutcomeOf(GoldenState state, const GoldenVerdict& verdict) const {
    if (verdict.pass) return result_.golden_written ? CheckOutcome::kUpdated : CheckOutcome::kPass;
    switch (state) {
      case GoldenState::kMissing:
        return CheckOutcome::kMissing;
      case GoldenState::kUnreadable:
        return CheckOutcome::kError;
      case GoldenState::kSame:
      case GoldenState::kDifferent:
        break;
    }
    return CheckOutcome::kFail;
  }

  void TakeFindings(GoldenComparison comparison) {
    result_.diagnostics.insert(result_.diagnostics.end(), comparison.diagnostics.begin(),
                               comparison.diagnostics.end());
    for (Difference& difference : comparison.differences) {
      RunOrigin origin = OriginOf(difference, scenario_, outcome_);
      int line = GoldenLine(difference);
      result_.differences.push_back({std::move(difference), std::move(origin), line});
    }
  }

  // The golden's path below its root.
  std::string GoldenName() const { return golden_path_.substr(scenario_.golden_root.size() + 1); }

  const Scenario& scenario_;
  const CheckPolicy& policy_;
  Outcome outcome_;
  std::string golden_path_;
  GoldenStore store_;
  ScenarioResult result_;
};

ScenarioResult InvalidFile(const std::string& path, Diagnostics diagnostics) {
  ScenarioResult result;
  result.path = path;
  result.outcome = CheckOutcome::kInvalid;
  result.diagnostics = std::move(diagnostics);
  return result;
}

}  // namespace

std::vector<ScenarioResult> CheckScenario(const CorpusFile& file, const CheckPolicy& policy,
                                          Environment& environment) {
  Diagnostics diagnostics;
  std::optional<Scenario> scenario =
      LoadScenario(file.path, environment.scenario_files, *file.load_options, diagnostics);
  if (!scenario) return {InvalidFile(file.path, std::move(diagnostics))};
  if (policy.golden_root) scenario->golden_root = *policy.golden_root;
  std::vector<ScenarioResult> results;
  for (const std::string& profile : scenario->profiles) {
    bool wanted =
        policy.profiles.empty() ||
        std::find(policy.profiles.begin(), policy.profiles.end(), profile) != policy.profiles.end();
    if (wanted) results.push_back(ProfileCheck(*scenario, profile, policy, environment).Run());
  }
  return results;
}

}  // namespace streplay
