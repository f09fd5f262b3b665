// `streplay list`: the scenarios, the rules or the commands, for people and for other programs.
#include <algorithm>
#include <memory>
#include <utility>
#include "cli/program_command.h"

#include "base/diagnostic_formatter.h"
#include "cli/exit_code.h"
#include "cli/list_text.h"
#include "cli/selection.h"
#include "cli/usage_error.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Lists scenarios, or the rules and commands that they are about.

Usage: streplay list PATH... [OPTIONS]
       streplay list --rules PATH... [OPTIONS]
       streplay list --commands [OPTIONS]

  --rules              the rules of the corpus, with the scenarios that cover them
  --commands           the st.* commands that scripts may use
  --format FORMAT      text (default), json (everything, on one line) or paths
                       (a scenario's path a line, for other programs)
  -v, --verbose        path, profiles, tags and rules of a scenario, too; texts of
                       rules
)";

struct ListOptions {
  std::vector<std::string> paths;
  Selection selection;
  bool rules = false;
  bool commands = false;
  std::string format = "text";
  bool verbose = false;
  bool has_colour = false;
};

void PrintScenarios(const std::vector<Scenario>& scenarios, const ListOptions& options,
                    std::ostream& out) {
  if (options.format == "json") {
    PrintScenariosJson(scenarios, out);
  } else if (options.format == "paths") {
    for (const Scenario& scenario : scenarios) out << scenario.path << "\n";
  } else {
    PrintScenariosText(scenarios, {Style(options.has_colour), options.verbose}, out);
  }
}

// False when the rules cannot be read.
bool PrintRules(const std::vector<CorpusFile>& corpus, const std::vector<Scenario>& scenarios,
                const ListOptions& options, const Environment& environment) {
  Diagnostics diagnostics;
  auto rules = LoadRulesOf(corpus, environment, diagnostics);
  environment.err << FormatDiagnostics(diagnostics);
  if (!rules) return false;
  std::vector<ListedRule> listed = ListRules(*rules, scenarios);
  if (options.format == "json") {
    PrintRulesJson(listed, environment.out);
  } else {
    PrintRulesText(listed, {Style(options.has_colour), options.verbose}, environment.out);
  }
  return true;
}

int RunListCommands(const ListOptions& options, const Environment& environment) {
  if (options.format == "json") {
    PrintCommandsJson(environment.out);
  } else {
    PrintCommandsText(Style(options.has_colour), environment.out);
  }
  return kExitGood;
}

// Empty when the options make sense together.
std::string WhyRefused(const ListOptions& options) {
  if (options.rules && options.commands) return "--rules and --commands are two lists";
  if (options.commands && !options.paths.empty()) return "--commands takes no PATH";
  if (!options.commands && options.paths.empty()) return "PATH is required";
  if ((options.rules || options.commands) && options.format == "paths") {
    return "--format paths is about scenarios";
  }
  return "";
}

int RunList(const ListOptions& options, Environment& environment) {
  std::string refusal = WhyRefused(options);
  if (!refusal.empty()) return UsageError(refusal, "see `streplay list --help`", environment);
  if (options.commands) return RunListCommands(options, environment);
  int exit_code = kExitGood;
  auto corpus =
      ChooseScenarios(options.paths, std::nullopt, options.selection, environment, exit_code);
  if (!corpus) return exit_code;
  std::vector<Scenario> scenarios;
  Diagnostics diagnostics;
  for (const CorpusFile& file : *corpus) {
    auto scenario =
        LoadScenario(file.path, environment.scenario_files, *file.load_options, diagnostics);
    if (scenario) scenarios.push_back(std::move(*scenario));
  }
  environment.err << FormatDiagnostics(diagnostics);
  if (!options.rules) {
    PrintScenarios(scenarios, options, environment.out);
  } else if (!PrintRules(*corpus, scenarios, options, environment)) {
    return kExitInvalid;
  }
  return scenarios.size() == corpus->size() ? kExitGood : kExitInvalid;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto list = std::make_shared<ListOptions>();
  options.OptionalArguments("PATH", list->paths);
  options.Flag("--rules", list->rules);
  options.Flag("--commands", list->commands);
  DeclareSelection(options, list->selection);
  options.Choice("--format", list->format, {"text", "json", "paths"});
  options.Flag("-v,--verbose", list->verbose);
  return [list](Environment& world, bool has_colour) {
    list->has_colour = has_colour;
    return RunList(*list, world);
  };
}

}  // namespace

ProgramCommand ListCommand() {
  return {"list", "list PATH...", "scenarios, rules or commands", kHelp, Declare, kSelectionHelp};
}

}  // namespace streplay
