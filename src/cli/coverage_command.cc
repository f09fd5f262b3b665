// `streplay coverage`: which scenarios show which rule and which command of the documentation page.
//
// A command of the page has a rule, `replay.command.X` or `widgets.command.X`; what covers that
// rule is a scenario of the command's own.
#include <algorithm>
#include <memory>
#include <utility>
#include "cli/program_command.h"

#include "base/diagnostic_formatter.h"
#include "cli/coverage_report.h"
#include "cli/exit_code.h"
#include "cli/selection.h"
#include "registry/command.h"
#include "registry/page.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Lists rules and page commands that no scenario covers, and the totals.

Usage: streplay coverage PATH... [OPTIONS]

The rules are those of specs/rules.yaml beside the folder `scenarios`. A command
of the documentation page is covered by a scenario that covers its own rule,
replay.command.NAME or widgets.command.NAME.

  --fail-under N       end with 1 unless N per cent of the rules and N per cent
                       of the commands are covered (default: 100)
  -v, --verbose        list every rule and command with its scenarios, too
)";

struct CoverageOptions {
  std::vector<std::string> paths;
  Selection selection;
  size_t fail_under = 100;  // per cent, of rules and of commands each
  bool verbose = false;
  bool has_colour = false;
};

// "balloons" for `st.ballons`; what stands for several commands keeps its own name, "alert".
std::string RuleOf(const PageEntry& entry, const std::string& family) {
  constexpr size_t kModule = std::string_view("st.").size();
  std::string_view name = entry.spelling.substr(kModule);
  if (entry.commands.size() == 1) name = GetCommand(entry.commands.front()).name;
  return family + std::string(name);
}

void AddPageCommands(CoverageReport& report, std::span<const PageEntry> entries, bool is_widget) {
  for (const PageEntry& entry : entries) {
    PageCommand command{entry.spelling,
                        is_widget,
                        RuleOf(entry, is_widget ? "widgets.command." : "replay.command."),
                        {}};
    auto rule = std::find_if(report.rules.begin(), report.rules.end(),
                             [&](const Rule& known) { return known.id == command.rule; });
    if (rule != report.rules.end()) {
      command.scenarios = report.coverage.by_rule[static_cast<size_t>(rule - report.rules.begin())];
    }
    report.commands.push_back(std::move(command));
  }
}

// False when a scenario is invalid; the others are in the report all the same.
bool LoadScenarios(const std::vector<CorpusFile>& corpus, const Environment& environment,
                   std::vector<Scenario>& scenarios, Diagnostics& diagnostics) {
  bool all_valid = true;
  for (const CorpusFile& file : corpus) {
    auto scenario =
        LoadScenario(file.path, environment.scenario_files, *file.load_options, diagnostics);
    if (scenario) {
      scenarios.push_back(std::move(*scenario));
    } else {
      all_valid = false;
    }
  }
  return all_valid;
}

int RunCoverage(const CoverageOptions& options, Environment& environment) {
  int exit_code = kExitGood;
  auto corpus =
      ChooseScenarios(options.paths, std::nullopt, options.selection, environment, exit_code);
  if (!corpus) return exit_code;
  CoverageReport report;
  Diagnostics diagnostics;
  auto rules = LoadRulesOf(*corpus, environment, diagnostics);
  if (!rules) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  report.rules = std::move(*rules);
  bool all_valid = LoadScenarios(*corpus, environment, report.scenarios, diagnostics);
  environment.err << FormatDiagnostics(diagnostics);
  report.coverage = CoverRules(report.rules, report.scenarios);
  AddPageCommands(report, PageStaticCommands(), false);
  AddPageCommands(report, PageWidgetCommands(), true);
  PrintCoverage(report, {options.fail_under, options.verbose}, Style(options.has_colour),
                environment.out);
  if (!all_valid) return kExitInvalid;
  bool is_below = RulesShare(report).IsBelow(options.fail_under) ||
                  CommandsShare(report).IsBelow(options.fail_under);
  return is_below ? kExitDifferent : kExitGood;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto coverage = std::make_shared<CoverageOptions>();
  options.Arguments("PATH", coverage->paths);
  DeclareSelection(options, coverage->selection);
  options.Number("--fail-under", coverage->fail_under, {0, 100});
  options.Flag("-v,--verbose", coverage->verbose);
  return [coverage](Environment& world, bool has_colour) {
    coverage->has_colour = has_colour;
    return RunCoverage(*coverage, world);
  };
}

}  // namespace

ProgramCommand CoverageCommand() {
  return {"coverage", "coverage PATH...", "which scenarios show which rule and command", kHelp,
          Declare,    kSelectionHelp};
}

}  // namespace streplay
