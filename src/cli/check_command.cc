// Scenarios are checked on several threads; their results are reported by this one, in order.
#include "cli/check_command.h"

#include "base/diagnostic_formatter.h"
#include "cli/check_scenario.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/parallel.h"
#include "report/terminal_reporter.h"

namespace streplay {
namespace {

bool IsInCi(const Environment& environment) {
  std::optional<std::string> ci = environment.variable("CI");
  return ci && !ci->empty() && *ci != "0" && *ci != "false";
}

int ExitCodeOf(const Totals& totals) {
  if (totals.Of(CheckOutcome::kInvalid) > 0 || totals.Of(CheckOutcome::kError) > 0) {
    return kExitInvalid;
  }
  if (totals.Of(CheckOutcome::kFail) > 0 || totals.Of(CheckOutcome::kMissing) > 0) {
    return kExitDifferent;
  }
  bool any = totals.Of(CheckOutcome::kPass) + totals.Of(CheckOutcome::kUpdated) > 0;
  return any ? kExitGood : kExitNothingRan;
}

// Without a golden folder of its own, every corpus has one; with one, all share it.
CheckPolicy PolicyOf(const CheckOptions& options, const Environment& environment) {
  return {{options.update, IsInCi(environment)}, options.golden_root, options.profiles};
}

Totals CheckAll(const std::vector<CorpusFile>& corpus, const CheckOptions& options,
                Environment& environment) {
  CheckPolicy policy = PolicyOf(options, environment);
  TerminalReporter reporter(environment.out,
                            {options.has_colour, options.verbose, policy.update.in_ci});
  std::vector<std::vector<ScenarioResult>> results(corpus.size());
  Totals totals;
  totals.scenario_count = corpus.size();
  reporter.Begin(corpus.size());
  RunInParallel(
      corpus.size(), options.jobs,
      [&](size_t i) { results[i] = CheckScenario(corpus[i], policy, environment); },
      [&](size_t i) {
        for (const ScenarioResult& result : results[i]) {
          totals.Add(result);
          reporter.Finished(result);
        }
        results[i].clear();
      });
  reporter.End(totals);
  return totals;
}

}  // namespace

int RunCheck(const CheckOptions& options, Environment& environment) {
  Diagnostics diagnostics;
  std::optional<std::vector<CorpusFile>> corpus =
      FindCorpus(options.paths, options.golden_root, environment, diagnostics);
  if (!corpus) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  if (corpus->empty()) {
    environment.err << "streplay: no scenario (*.yaml, *.yml) was found\n";
    return kExitNothingRan;
  }
  Totals totals = CheckAll(*corpus, options, environment);
  return ExitCodeOf(totals);
}

}  // namespace streplay
