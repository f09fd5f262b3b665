// `streplay check`: runs every scenario and compares what it shows with its goldens.
//
// Scenarios are checked on several threads; their results are reported by this one, in order.
#include <limits>
#include <memory>
#include <set>

#include "cli/check_exit_code.h"
#include "cli/check_run.h"
#include "cli/command_line.h"
#include "cli/known_passes.h"
#include "cli/last_failed.h"
#include "cli/obsolete_goldens.h"
#include "cli/program_command.h"
#include "cli/report_outputs.h"
#include "cli/selection.h"
#include "cli/shard.h"
#include "cli/watch.h"
#include "golden/golden_store.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Runs scenarios and compares what they show with their goldens and expectations.

Usage: streplay [check] PATH... [OPTIONS]

A PATH is a scenario file, or a folder: then every *.yaml and *.yml below it.
Goldens lie in the folder `golden` beside the folder `scenarios`. A missing one
is written but still fails, so that you look at it; what a scenario got in
place of a golden that differs is kept pending, for `streplay review`. In CI
(the variable CI is set) nothing is written unless --update is given.

  -u, --update[=MODE]  write goldens. MODE: missing, changed, or all (default).
                       Never for a scenario that is invalid or fails its
                       expectations
  --profile NAME       only this profile, documented or streamlit-1.18; may be
                       given again for another
  --golden DIR         the goldens lie in DIR
  --obsolete=MODE      what goldens do that no scenario has, when all scenarios
                       of a corpus run: fail (default), warn, or delete them,
                       after a run that is all good
  -j, --jobs N         check N scenarios at a time (default: one a processor);
                       what is printed does not depend on it
  --max-fail N         stop after N scenarios that do not pass
  --again              check what has not changed since it passed, too: of 100
                       scenarios and more it is known that they pass
  --watch              go on, and check again what changes
  --report FORMAT[:FILE]
                       terminal, json, junit, tap, github, markdown or html, to
                       FILE or (also as `-`) to standard output in place of the
                       terminal's; may be given again
  -v, --verbose        list what passed, too
)";

struct CheckOptions {
  std::vector<std::string> paths;
  std::vector<std::string> profiles;  // empty: those of each scenario
  std::string update;                 // empty: not asked for
  std::optional<std::string> golden_root;
  std::string obsolete = "fail";
  std::vector<std::string> reports;     // as on the command line
  std::vector<ReportRequest> requests;  // what they mean
  Selection selection;
  CheckRun run;
  bool watch = false;
  bool again = false;  // what is known to pass, too
  bool verbose = false;
  bool has_colour = false;
};

bool IsInCi(const Environment& environment) {
  std::optional<std::string> ci = environment.variable("CI");
  return ci && !ci->empty() && *ci != "0" && *ci != "false";
}

// Whether nothing but the paths chooses what is checked: else a golden without a result may well
// have a scenario. A watch goes on with what changed.
bool IsFullRun(const CheckOptions& options) {
  const Selection& selection = options.selection;
  bool is_selected = selection.expression || !selection.tags.empty() || !selection.rules.empty() ||
                     selection.shard || selection.last_failed;
  return options.profiles.empty() && !is_selected && !options.watch;
}

ObsoletePolicy ParseObsoletePolicy(std::string_view word) {
  if (word == "warn") return ObsoletePolicy::kWarn;
  return word == "delete" ? ObsoletePolicy::kDelete : ObsoletePolicy::kFail;
}

// Without a golden folder of its own, every corpus has one; with one, all share it.
CheckPolicy PolicyOf(const CheckOptions& options, const Environment& environment) {
  return {{ParseUpdateMode(options.update), IsInCi(environment)},
          options.golden_root,
          options.profiles};
}

// Of programs that died while they wrote goldens. Unasked, only where all goldens are looked at
// anyway: to check one scenario of a large corpus takes no longer than one of a small one.
void RemoveAbandoned(const std::vector<CorpusFile>& corpus, const UpdatePolicy& policy,
                     const ObsoleteSearch& search, FileSystem& files) {
  if (!MayTouchFiles(policy)) return;
  std::set<std::string> roots = search.golden_roots();
  if (policy.update) {
    for (const CorpusFile& file : corpus) roots.insert(file.golden_root);
  }
  for (const std::string& root : roots) GoldenStore(files, root).RemoveAbandoned();
}

// Fewer are checked before what is known could be looked up, and a person who tries out a scenario
// gets no file that was not asked for.
constexpr size_t kLeastWorthNoting = 100;

bool IsWorthNoting(const std::vector<CorpusFile>& corpus, const CheckPolicy& policy,
                   const Environment& environment) {
  return corpus.size() >= kLeastWorthNoting && !environment.program_identity.empty() &&
         !policy.update.in_ci && !policy.golden_root && policy.profiles.empty();
}

void ExplainStop(size_t not_run, const CheckRun& run, const Environment& environment) {
  if (not_run == 0) return;
  environment.err << "streplay: stopped after " << Counted(*run.max_fail, "scenario")
                  << " that did not pass (--max-fail): " << Counted(not_run, "scenario")
                  << (not_run == 1 ? " was" : " were") << " not run\n";
}

std::optional<ShardInfo> ShardOf(const Selection& selection) {
  std::optional<Shard> shard = selection.shard ? ParseShard(*selection.shard) : std::nullopt;
  if (!shard) return std::nullopt;
  return ShardInfo{shard->number, shard->count,
                   shard->kind == Shard::Kind::kHash ? "hash" : "slice"};
}

int CheckAll(const std::vector<CorpusFile>& corpus, const CheckOptions& options,
             Environment& environment) {
  CheckPolicy policy = PolicyOf(options, environment);
  ReportOutputs reports(options.requests,
                        TerminalOptionsOf(environment, options.has_colour, options.verbose),
                        environment);
  ObsoleteSearch obsolete(options.paths, corpus, IsFullRun(options));
  RemoveAbandoned(corpus, policy.update, obsolete, environment.files);
  LastFailedKeeper keeper(environment.files, !policy.update.in_ci);
  std::optional<KnownPassesKeeper> known;
  if (IsWorthNoting(corpus, policy, environment)) {
    known.emplace(corpus, !options.again && !policy.update.update, environment);
  }
  CheckRun run = options.run;
  run.known = known ? &*known : nullptr;
  Totals totals;
  reports.Begin({kVersion, policy.update.in_ci, ShardOf(options.selection), corpus.size()});
  auto take = [&](const CorpusFile& file, const CheckedScenario& checked) {
    if (checked.is_known) ++totals.known_count;
    for (const ScenarioResult& result : checked.results) {
      totals.Add(result);
      obsolete.Add(result);
      reports.Finished(result);
    }
    keeper.Take(file, checked.results);
    if (known) known->Take(file, checked);
  };
  totals.scenario_count = CheckInOrder(corpus, policy, run, environment, take);
  totals.obsolete =
      obsolete.Finish(ParseObsoletePolicy(options.obsolete), totals.AllGood(), environment.files);
  reports.End(totals);
  keeper.Write();
  if (known) known->Write(environment.files);
  ExplainStop(corpus.size() - totals.scenario_count, options.run, environment);
  return reports.Save() ? ExitCodeOf(totals) : kExitInvalid;
}

// --last-failed chooses what the first round of a watch checks; after it, whatever changes.
int WatchAll(const CheckOptions& options, Environment& environment) {
  auto choose = [&](bool is_first, int& exit_code) {
    Selection selection = options.selection;
    selection.last_failed &= is_first;
    return ChooseScenarios(options.paths, options.golden_root, selection, environment, exit_code);
  };
  auto check = [&](const std::vector<CorpusFile>& corpus) {
    return CheckAll(corpus, options, environment);
  };
  return Watch({options.paths, options.golden_root, Style(options.has_colour), choose, check},
               environment);
}

int RunCheck(const CheckOptions& options, Environment& environment) {
  if (options.watch) return WatchAll(options, environment);
  int exit_code = kExitGood;
  auto corpus = ChooseScenarios(options.paths, options.golden_root, options.selection, environment,
                                exit_code);
  if (corpus) return CheckAll(*corpus, options, environment);
  // An empty shard has a report, too: without it the shards could not be merged.
  bool is_empty_shard = exit_code == kExitNothingRan && options.selection.shard;
  if (is_empty_shard && !options.reports.empty()) return CheckAll({}, options, environment);
  return exit_code;
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto check = std::make_shared<CheckOptions>();
  check->run.jobs = environment.processor_count;
  options.Arguments("PATH", check->paths);
  options.Choices("--profile", check->profiles,
                  {std::begin(kProfileNames), std::end(kProfileNames)});
  options.FlagOrChoice("-u,--update", check->update, "all", {"missing", "changed", "all"});
  options.Text("--golden", check->golden_root);
  options.Choice("--obsolete", check->obsolete, {"fail", "warn", "delete"});
  DeclareSelection(options, check->selection);
  options.Number("-j,--jobs", check->run.jobs, kJobsRange);
  options.Number("--max-fail", check->run.max_fail, {1, std::numeric_limits<size_t>::max()});
  options.Flag("--again", check->again);
  options.Flag("--watch", check->watch);
  options.Texts("--report", check->reports);
  options.Flag("-v,--verbose", check->verbose);
  return [check](Environment& world, bool has_colour) {
    check->has_colour = has_colour;
    auto requests = ReadReportRequests(check->reports, world);
    if (!requests) return static_cast<int>(kExitInvalid);
    check->requests = std::move(*requests);
    return RunCheck(*check, world);
  };
}

}  // namespace

ProgramCommand CheckCommand() {
  return {"check", "check PATH...", "the same, spelt out", kHelp, Declare, kSelectionHelp};
}

}  // namespace streplay
