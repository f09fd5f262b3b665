#include "cli/check_scenario.h"

#include <algorithm>
#include <utility>

#include "base/fnv1a.h"
#include "cli/run_end_text.h"
#include "cli/run_origin.h"
#include "explore/step_text.h"
#include "golden/golden_comparison.h"
#include "golden/golden_folder.h"
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

GoldenProposal ProposalOf(const GoldenFile& golden, std::string text) {
  GoldenProposal proposal{std::nullopt, std::move(text)};
  bool is_there = golden.status == GoldenFile::Status::kRead;
  if (is_there) proposal.expected_digest = HexText(Fnv1a(golden.text));
  return proposal;
}

// Notes what is read through it.
class NotingReader : public FileReader {
 public:
  NotingReader(const FileReader& files, std::vector<ReadFile>& read) : files_(files), read_(read) {}

  FileContent Read(const std::string& path, size_t max_bytes) const override {
    FileContent content = files_.Read(path, max_bytes);
    read_.push_back({path, HexText(Fnv1a(content.text))});
    return content;
  }
  std::optional<std::string> RealPath(const std::string& path) const override {
    return files_.RealPath(path);
  }

 private:
  const FileReader& files_;
  std::vector<ReadFile>& read_;
};

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

  // Adds the golden to `read`, as it then is; null: nobody asks.
  ScenarioResult Run(std::vector<ReadFile>* read) {
    read_ = read;
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
    GoldenFile golden = store_.Read(GoldenName());
    GoldenComparison comparison = CompareWithGolden(golden, golden_path_, outcome_.stream, text);
    bool expectations_hold = outcome_.failures.empty();
    GoldenVerdict verdict = JudgeGolden(comparison.state, expectations_hold, policy_.update);
    if (verdict.write) {
      std::string error;
      if (!store_.Write(GoldenName(), text, error)) {
        result_.outcome = CheckOutcome::kError;
        result_.error = golden_path_ + " cannot be written: " + error;
        return;
      }
      result_.golden_written = true;
    }
    result_.outcome = OutcomeOf(comparison.state, verdict);
    if (read_ != nullptr) {
      const std::string& kept = result_.golden_written ? text : golden.text;
      read_->push_back({golden_path_, HexText(Fnv1a(kept))});
    }
    if (!IsGood(result_.outcome)) TakeFindings(std::move(comparison));
    // One that is refused, a link for example, is for the person to put right.
    bool is_replaceable = golden.status != GoldenFile::Status::kRefused;
    if (is_replaceable) SettlePending(verdict.pending, text);
    if (is_replaceable && expectations_hold && !verdict.pass) {
      result_.proposal = ProposalOf(golden, std::move(text));
    }
  }

  // What cannot be done here costs a warning: the result stands without it.
  void SettlePending(PendingFate fate, const std::string& text) {
    std::string name = PendingPath(GoldenName());
    std::string error;
    bool is_done = true;
    if (fate == PendingFate::kWritten) {
      is_done = store_.Write(name, text, error);
      if (is_done) result_.pending_path = PendingPath(golden_path_);
    } else if (fate == PendingFate::kRemoved) {
      is_done = store_.Remove(name, error);
    }
    if (is_done) return;
    auto source = std::make_shared<const SourceText>(PendingPath(golden_path_), "");
    const char* what =
        fate == PendingFate::kWritten ? "cannot be written: " : "cannot be removed: ";
    result_.diagnostics.push_back({Severity::kWarning, {source, {}, {}}, what + error, ""});
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
      int line = GoldenLineOf(difference);
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
  std::vector<ReadFile>* read_ = nullptr;
};

ScenarioResult InvalidFile(const std::string& path, Diagnostics diagnostics) {
  ScenarioResult result;
  result.path = path;
  result.outcome = CheckOutcome::kInvalid;
  result.diagnostics = std::move(diagnostics);
  return result;
}

ScenarioResult WithoutProfile(const Scenario& scenario, const std::string& profile) {
  ScenarioResult result;
  result.path = scenario.path;
  result.id = scenario.id;
  result.profile = profile;
  result.title = scenario.title;
  result.rules = scenario.covers;
  result.outcome = CheckOutcome::kSkipped;
  result.skip_reason = "the scenario has no profile `" + profile + "`";
  return result;
}

bool Contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

CheckedScenario CheckScenario(const CorpusFile& file, const CheckPolicy& policy,
                              Environment& environment, bool notes_read) {
  CheckedScenario checked;
  std::vector<ReadFile>* read = notes_read ? &checked.read : nullptr;
  const NotingReader noting(environment.scenario_files, checked.read);
  const FileReader& files = notes_read ? noting : environment.scenario_files;
  Diagnostics diagnostics;
  std::optional<Scenario> scenario =
      LoadScenario(file.path, files, *file.load_options, diagnostics);
  if (!scenario) {
    checked.results.push_back(InvalidFile(file.path, std::move(diagnostics)));
    return checked;
  }
  if (policy.golden_root) scenario->golden_root = *policy.golden_root;
  for (const std::string& profile : scenario->profiles) {
    if (policy.profiles.empty() || Contains(policy.profiles, profile)) {
      ProfileCheck check(*scenario, profile, policy, environment);
      checked.results.push_back(check.Run(read));
    }
  }
  for (const std::string& profile : policy.profiles) {
    if (!Contains(scenario->profiles, profile)) {
      checked.results.push_back(WithoutProfile(*scenario, profile));
    }
  }
  return checked;
}

}  // namespace streplay
