// `streplay check`: runs every scenario and compares what it shows with its goldens.
//
// Scenarios are checked on several threads; their results are reported by this one, in order.
#include "base/diagnostic_formatter.h"
#include "cli/check_scenario.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/parallel.h"
#include "cli/program_command.h"
#include "report/terminal_reporter.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Runs scenarios and compares what they show with their goldens and expectations.

Usage: streplay [check] PATH... [OPTIONS]

A PATH is a scenario file, or a folder: then every *.yaml and *.yml below it.
Goldens lie in the folder `golden` beside the folder `scenarios`. A missing one
is written but still fails, so that you look at it; in CI (the variable CI is
set) nothing is written unless --update is given.

  -u, --update[=MODE]  write goldens. MODE: missing, changed, or all (default).
                       Never for a scenario that is invalid or fails its
                       expectations
  --profile NAME       only this profile, documented or streamlit-1.18; may be
                       given again for another
  --golden DIR         the goldens lie in DIR
  -j, --jobs N         check N scenarios at a time (default: one a processor);
                       what is printed does not depend on it
  -v, --verbose        list what passed, too
)";

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> profiles;  // empty: those of each scenario
  std::string update;                 // empty: not asked for
  std::optional<std::string> golden_root;
  size_t jobs = 1;  // never 0
  bool verbose = false;
  bool has_colour = false;
};

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
  return {{ParseUpdateMode(options.update), IsInCi(environment)},
          options.golden_root,
          options.profiles};
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

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto check = std::make_shared<CheckOptions>();
  check->jobs = environment.processor_count;
  options.Arguments("PATH", check->paths);
  options.Choices("--profile", check->profiles,
                  {std::begin(kProfileNames), std::end(kProfileNames)});
  options.FlagOrChoice("-u,--update", check->update, "all", {"missing", "changed", "all"});
  options.Text("--golden", check->golden_root);
  options.Number("-j,--jobs", check->jobs, kJobsRange);
  options.Flag("-v,--verbose", check->verbose);
  return [check](Environment& world, bool has_colour) {
    check->has_colour = has_colour;
    return RunCheck(*check, world);
  };
}

}  // namespace

ProgramCommand CheckCommand() {
  return {"check", "check PATH...", "the same, spelt out", kHelp, Declare};
}

}  // namespace streplay
