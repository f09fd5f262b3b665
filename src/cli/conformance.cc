// Cases run on several threads, each with a process of the adapter; they are judged and reported by
// one, in order. The restarts are counted there too, so that where we give up does not depend on
// how many run at a time.
#include "cli/conformance.h"

#include <atomic>
#include <utility>

#include "adapter/adapter_pool.h"
#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/conform_case.h"
#include "cli/conformance_report.h"
#include "cli/deviation_reason.h"
#include "cli/exit_code.h"
#include "cli/expectation_file.h"
#include "cli/parallel.h"

namespace streplay {
namespace {

CaseFinding FindingOf(const ConformResult& result) {
  if (IsFailure(result.outcome)) return {CaseFinding::Kind::kFailed, result.message};
  if (result.outcome == ConformOutcome::kSkipped) return {CaseFinding::Kind::kSkipped, ""};
  return {CaseFinding::Kind::kPassed, ""};
}

class Conformance {
 public:
  Conformance(const ConformanceOptions& options, Environment& environment)
      : options_(options),
        profile_(GetProfile(options.profile)),
        environment_(environment),
        pool_(options.adapter, environment.start_program),
        report_(environment.out, {options.has_colour, options.verbose, options.reproduction}) {}

  int Run(const std::vector<CorpusFile>& corpus, const ExpectationList* list,
          const std::set<std::string>& left_out) {
    list_ = list;
    if (!RunCases(corpus)) return kExitAdapter;
    if (options_.fix_expectations) return FixList();
    if (list_ != nullptr) FindUnmatched(left_out);
    report_.End();
    if (options_.timing) report_.Speed(adapter_, adapter_speed_, MeasureModel(corpus));
    if (any_invalid_) return kExitInvalid;
    if (any_bad_) return kExitDifferent;
    return ran_.empty() ? kExitNothingRan : kExitGood;
  }

 private:
  // False when the adapter failed.
  bool RunCases(const std::vector<CorpusFile>& corpus) {
    CaseAnswer failure;
    if (!pool_.Start(failure, adapter_)) {
      report_.Failed(failure);
      return false;
    }
    report_.Begin(adapter_, options_.profile);
    std::vector<ConformResult> results(corpus.size());
    RunInParallel(
        corpus.size(), options_.jobs,
        [&](size_t i) {
          if (!gave_up_) results[i] = ConformCase(corpus[i], profile_, pool_, environment_);
        },
        [&](size_t i) {
          if (!gave_up_) Take(i, results[i]);
          results[i] = {};
        });
    pool_.Close();
    return !gave_up_;
  }

  void Take(size_t index, const ConformResult& result) {
    environment_.err << FormatDiagnostics(result.diagnostics);
    restarts_ += result.answer.lost_processes;
    if (result.answer.is_start_failure) return GiveUp(result.answer);
    ListVerdict verdict = Judge(result);
    if (options_.fix_expectations && IsFailure(result.outcome)) NoteFailure(result);
    if (!options_.fix_expectations) report_.Finished(result, verdict);
    if (result.outcome == ConformOutcome::kPass || result.outcome == ConformOutcome::kMismatch) {
      answered_.push_back(index);
      adapter_speed_.run_count += result.run_count;
      adapter_speed_.elapsed += result.answer.elapsed;
    }
    if (restarts_ <= options_.max_restarts) return;
    CaseAnswer failure;
    failure.kind = result.answer.kind;
    failure.message =
        "it had to be started anew more than " + std::to_string(options_.max_restarts) + " times";
    GiveUp(failure);
  }

  ListVerdict Judge(const ConformResult& result) {
    if (result.outcome == ConformOutcome::kInvalid) {
      any_invalid_ = true;
      return ListVerdict::kGood;
    }
    if (result.outcome == ConformOutcome::kLeftOut) return ListVerdict::kGood;
    const std::string& id = result.scenario->id;
    ran_.insert(id);
    ListVerdict verdict =
        JudgeByList(FindingOf(result), list_ == nullptr ? nullptr : list_->Find(id));
    any_bad_ |= verdict != ListVerdict::kGood && verdict != ListVerdict::kExpected;
    return verdict;
  }

  void GiveUp(const CaseAnswer& failure) {
    gave_up_ = true;
    report_.Failed(failure);
  }

  void FindUnmatched(const std::set<std::string>& left_out) {
    for (const ExpectationEntry& entry : list_->entries) {
      if (ran_.contains(entry.id) || left_out.contains(entry.id)) continue;
      any_bad_ = true;
      report_.Unmatched(entry, list_->source->name());
    }
  }

  void NoteFailure(const ConformResult& result) {
    DeviationReason reason = ExplainDeviation(result, profile_, environment_.simulate);
    failures_.push_back({result.scenario->id, std::move(reason.rule), result.message,
                         result.scenario->issue.value_or(""), std::move(reason.text)});
  }

  int FixList() {
    if (any_invalid_) {
      environment_.err << "streplay: the list was not rewritten: a scenario is invalid\n";
      return kExitInvalid;
    }
    std::string error;
    const std::string& path = list_->source->name();
    if (!WriteExpectationFile(path, FixExpectationList(*list_, failures_), environment_.files,
                              error)) {
      environment_.err << "streplay: " << EscapeControls(path) << " cannot be written: " << error
                       << "\n";
      return kExitInvalid;
    }
    environment_.out << Counted(failures_.size(), "deviation") << " in " << EscapeControls(path)
                     << "\n";
    return kExitGood;
  }

  // The same scenarios that the implementation was timed with, one at a time.
  RunSpeed MeasureModel(const std::vector<CorpusFile>& corpus) const {
    RunSpeed speed;
    for (size_t index : answered_) {
      Diagnostics diagnostics;
      auto scenario = LoadScenario(corpus[index].path, environment_.scenario_files,
                                   *corpus[index].load_options, diagnostics);
      if (!scenario) continue;
      auto begin = environment_.clock();
      Outcome outcome = environment_.simulate(*scenario, profile_);
      speed.elapsed += environment_.clock() - begin;
      speed.run_count += outcome.runs.size();
    }
    return speed;
  }

  const ConformanceOptions& options_;
  const Profile& profile_;
  Environment& environment_;
  AdapterPool pool_;
  AdapterInfo adapter_;
  ConformanceReport report_;
  const ExpectationList* list_ = nullptr;
  std::set<std::string> ran_;
  std::vector<size_t> answered_;        // indices of files
  std::vector<KnownFailure> failures_;  // with --fix-expectations
  RunSpeed adapter_speed_;
  size_t restarts_ = 0;
  std::atomic<bool> gave_up_ = false;
  bool any_bad_ = false;
  bool any_invalid_ = false;
};

}  // namespace

int RunConformance(const ConformanceOptions& options, const std::vector<CorpusFile>& corpus,
                   const ExpectationList* list, const std::set<std::string>& left_out,
                   Environment& environment) {
  return Conformance(options, environment).Run(corpus, list, left_out);
}

}  // namespace streplay
