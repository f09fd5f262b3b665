// `streplay matrix`: which implementation keeps the word of the documentation, rule by rule.
#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/adapter_options.h"
#include "cli/exit_code.h"
#include "cli/program_command.h"
#include "cli/rule_pattern.h"
#include "cli/rule_survey.h"
#include "cli/selection.h"
#include "report/matrix_report.h"
#include "report/shell_word.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Shows which implementations keep what the documentation says, rule by rule.

Usage: streplay matrix --adapter CMD [--adapter CMD]... PATH... [OPTIONS]

Runs the scenarios under the profile `documented` on each implementation, and
counts for every rule those of its scenarios that show what they should. A cell
is ✓ when none parts, ✗ when one does (with how many keep the rule), and – when
none tells: where the case was rejected, skipped or ended without an answer.
Streamlit's own notices about deprecated names count for the rule
decorator.deprecated alone. What is found never makes the exit code 1.

  --adapter CMD        a shell command that starts an adapter (specs/adapter.md):
                       a column. At least one; several in the order given
  --format FORMAT      text (default), markdown (a page), json (everything, on
                       one line) or badge (an endpoint of shields.io)
  --budget DURATION    how long a case may take (default: 10s)
  --hello DURATION     how long an adapter may take to start (default: 30s)
  -j, --jobs N         run N processes of an adapter (default: one a processor)
  -v, --verbose        text: list the scenarios that part, by rule, and those
                       that do not tell, with the reason; markdown: the latter
)";

constexpr const char* kMatrixProfile = "documented";

struct MatrixOptions {
  std::vector<std::string> adapters;
  std::vector<std::string> paths;
  Selection selection;
  std::string format = "text";
  AdapterLimits limits;
  size_t jobs = 1;
  bool verbose = false;
  bool has_colour = false;
};

// Those that `--rule` means, or all.
std::vector<Rule> RulesAskedFor(std::vector<Rule> rules, const Selection& selection) {
  if (selection.rules.empty()) return rules;
  std::erase_if(rules, [&](const Rule& rule) {
    return std::none_of(selection.rules.begin(), selection.rules.end(),
                        [&](const std::string& text) {
                          auto pattern = RulePattern::Parse(text);
                          return pattern && pattern->Matches(rule.id);
                        });
  });
  return rules;
}

std::optional<std::vector<AdapterSettings>> ReadAdapters(const MatrixOptions& options,
                                                         Environment& environment) {
  std::vector<std::string> commands = options.adapters;
  if (commands.empty()) commands.emplace_back();  // which is refused
  std::vector<AdapterSettings> adapters;
  for (const std::string& command : commands) {
    auto settings = ReadAdapterSettings(command, options.limits, environment);
    if (!settings) return std::nullopt;
    adapters.push_back(std::move(*settings));
  }
  return adapters;
}

// How all that a column says of a rule may be seen in full, but for the rule and the paths.
std::string CommandAgain(const AdapterSettings& adapter, const AdapterLimits& limits) {
  std::string text =
      "streplay conform --adapter " + ShellWord(adapter.command) + " --profile " + kMatrixProfile;
  if (limits.budget != kDefaultBudget) text += " --budget " + ShellWord(limits.budget);
  return text;
}

int ExplainFailure(const AdapterSettings& adapter, const CaseAnswer& failure,
                   Environment& environment) {
  environment.err << "streplay: the adapter failed: " << EscapeControls(adapter.command) << "\n  "
                  << CaseAnswerKindName(failure.kind) << ": " << EscapeControls(failure.message)
                  << "\n"
                  << IndentedLines(failure.errors, "    ");
  return kExitAdapter;
}

void Print(const ConformanceMatrix& matrix, const MatrixOptions& options, std::ostream& out) {
  if (options.format == "markdown") return PrintMatrixMarkdown(matrix, options.verbose, out);
  if (options.format == "json") return PrintMatrixJson(matrix, out);
  if (options.format == "badge") return PrintMatrixBadge(matrix, out);
  PrintMatrix(matrix, Style(options.has_colour), options.verbose, out);
}

int RunMatrix(const MatrixOptions& options, Environment& environment) {
  auto adapters = ReadAdapters(options, environment);
  if (!adapters) return kExitInvalid;
  int exit_code = kExitGood;
  auto corpus =
      ChooseScenarios(options.paths, std::nullopt, options.selection, environment, exit_code);
  if (!corpus) return exit_code;
  Diagnostics diagnostics;
  auto rules = LoadRulesOf(*corpus, environment, diagnostics);
  if (!rules) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  *rules = RulesAskedFor(std::move(*rules), options.selection);
  RuleSurvey survey(GetProfile(kMatrixProfile), *rules, *corpus, options.jobs, environment);
  for (const AdapterSettings& adapter : *adapters) {
    CaseAnswer failure;
    if (!survey.Add(adapter, CommandAgain(adapter, options.limits), failure)) {
      return ExplainFailure(adapter, failure, environment);
    }
  }
  ConformanceMatrix matrix = survey.Matrix();
  matrix.paths = options.paths;
  if (matrix.scenario_count == 0) {
    environment.err << "streplay: no scenario that has the profile " << kMatrixProfile
                    << " was found\n";
    return kExitNothingRan;
  }
  Print(matrix, options, environment.out);
  return survey.any_invalid() ? kExitInvalid : kExitGood;
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto matrix = std::make_shared<MatrixOptions>();
  matrix->jobs = environment.processor_count;
  options.Arguments("PATH", matrix->paths);
  DeclareSelection(options, matrix->selection);
  options.Texts("--adapter", matrix->adapters);
  options.Choice("--format", matrix->format, {"text", "markdown", "json", "badge"});
  DeclareAdapterLimits(options, matrix->limits);
  options.Number("-j,--jobs", matrix->jobs, kJobsRange);
  options.Flag("-v,--verbose", matrix->verbose);
  return [matrix](Environment& world, bool has_colour) {
    matrix->has_colour = has_colour;
    return RunMatrix(*matrix, world);
  };
}

}  // namespace

ProgramCommand MatrixCommand() {
  return {"matrix",
          "matrix --adapter CMD PATH...",
          "which implementation keeps which rule",
          kHelp,
          Declare,
          kSelectionHelp};
}

}  // namespace streplay
