// Threads run ahead of the results that are reported. When the run may end before all scenarios
// were checked, what runs ahead must not write: a golden that is written for a scenario of which
// nobody is told would be taken for right the next time. So it is only tried then, and what would
// be written is checked again when its turn comes.
#include "cli/check_run.h"

#include <algorithm>
#include <atomic>

#include "cli/known_passes.h"
#include "cli/parallel.h"

namespace streplay {
namespace {

bool AllGood(const CheckedScenario& checked) {
  return std::all_of(checked.results.begin(), checked.results.end(),
                     [](const ScenarioResult& result) { return IsGood(result.outcome); });
}

// As strict as it gets: nothing is written, and nothing passes that would be changed.
CheckPolicy TrialOf(CheckPolicy policy) {
  policy.update = {std::nullopt, true};
  return policy;
}

// Whether the check of these results would have written something, had it been no trial.
bool MayWrite(const CheckedScenario& trial) {
  return !AllGood(trial);
}

bool Writes(const UpdatePolicy& update) {
  return update.update.has_value() || !update.in_ci;
}

// On a thread with the stack that every script gets.
CheckedScenario CheckNow(const CorpusFile& file, const CheckPolicy& policy, const CheckRun& run,
                         Environment& environment) {
  CheckedScenario checked;
  auto check = [&](size_t) {
    checked = CheckScenario(file, policy, environment, run.known != nullptr);
  };
  RunInParallel(1, 1, check, [](size_t) {});
  return checked;
}

CheckedScenario CheckUnlessKnown(const CorpusFile& file, const CheckPolicy& policy,
                                 const KnownPassesKeeper* known, Environment& environment) {
  auto results = known == nullptr ? std::nullopt : known->Find(file);
  if (results) return {std::move(*results), {}, true};
  return CheckScenario(file, policy, environment, known != nullptr);
}

}  // namespace

size_t CheckInOrder(const std::vector<CorpusFile>& corpus, const CheckPolicy& policy,
                    const CheckRun& run, Environment& environment,
                    const std::function<void(const CorpusFile&, const CheckedScenario&)>& report) {
  bool only_tries = run.max_fail && Writes(policy.update);
  CheckPolicy ahead = only_tries ? TrialOf(policy) : policy;
  std::vector<CheckedScenario> checked(corpus.size());
  std::atomic<bool> is_over = false;
  size_t failed = 0;
  size_t reported = 0;
  RunInParallel(
      corpus.size(), run.jobs,
      [&](size_t i) {
        if (!is_over) checked[i] = CheckUnlessKnown(corpus[i], ahead, run.known, environment);
      },
      [&](size_t i) {
        if (is_over) return;
        CheckedScenario found = std::move(checked[i]);
        if (only_tries && MayWrite(found)) found = CheckNow(corpus[i], policy, run, environment);
        report(corpus[i], found);
        ++reported;
        if (!AllGood(found)) ++failed;
        if (run.max_fail && failed >= *run.max_fail) is_over = true;
      });
  return reported;
}

}  // namespace streplay
