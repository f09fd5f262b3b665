// `streplay conform`: the same scenarios in the model and in a real implementation.
#include <memory>
#include <set>
#include <utility>

#include "base/diagnostic_formatter.h"
#include "cli/adapter_options.h"
#include "cli/conformance.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/expectation_file.h"
#include "cli/program_command.h"
#include "cli/selection.h"
#include "cli/whole_corpus.h"
#include "report/shell_word.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Runs scenarios in the model and in a real implementation, and compares the two.

Usage: streplay conform --adapter CMD PATH... [OPTIONS]

CMD is a shell command that starts an adapter, such as the one for Streamlit in
src/adapter/streamlit (specs/adapter.md). Each case that the implementation does
not pass is shown with what the adapter wrote to its standard error and a
command line that runs it again.

  --adapter CMD         required
  --profile NAME        documented or streamlit-1.18 (default)
  --expectations FILE   the deviations that are known; each listed case must
                        fail as listed, and no other may fail
  --fix-expectations    rewrite FILE so that it holds. Only with all scenarios
                        of a corpus
  --budget DURATION     how long a case may take (default: 10s)
  --hello DURATION      how long the adapter may take to start (default: 30s)
  --max-restarts N      give up when more processes had to be thrown away
                        (default: 50)
  -j, --jobs N          run N processes of the adapter (default: one a processor)
  --timing              say at the end how fast both are: script runs a second
  -v, --verbose         list what passed, is expected, or was skipped, too
)";

constexpr NumberRange kRestartsRange = {0, 1'000'000};

struct ConformOptions {
  std::string adapter;
  std::vector<std::string> paths;
  Selection selection;
  std::string profile = "streamlit-1.18";
  std::optional<std::string> expectations;
  AdapterLimits limits;
  size_t max_restarts = 50;
  bool fix_expectations = false;
  bool timing = false;
  size_t jobs = 1;
  bool verbose = false;
  bool has_colour = false;
};

// How a case may be run again, but for its path.
std::string ReproductionOf(const ConformOptions& options) {
  std::string text = "streplay conform --adapter " + ShellWord(options.adapter) + " --profile " +
                     options.profile + " -v ";
  const std::string& budget = options.limits.budget;
  if (budget != kDefaultBudget) text += "--budget " + ShellWord(budget) + " ";
  return text;
}

int RunConform(const ConformOptions& options, Environment& environment) {
  auto refuse = [&](const std::string& why) {
    environment.err << "streplay: " << why << "\n";
    return kExitInvalid;
  };
  auto settings = ReadAdapterSettings(options.adapter, options.limits, environment);
  if (!settings) return kExitInvalid;
  if (options.fix_expectations && !options.expectations) {
    return refuse("--fix-expectations needs --expectations");
  }
  Diagnostics diagnostics;
  std::optional<ExpectationList> list;
  if (options.expectations) {
    list = LoadExpectationFile(*options.expectations, options.fix_expectations, environment.files,
                               diagnostics);
  }
  if (!diagnostics.empty()) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  int exit_code = kExitGood;
  auto corpus =
      ChooseScenarios(options.paths, std::nullopt, options.selection, environment, exit_code);
  if (!corpus) return exit_code;
  std::set<std::string> left_out;
  if (list) left_out = ScenariosLeftOut(*corpus, environment);
  if (options.fix_expectations && !left_out.empty()) {
    return refuse("--fix-expectations needs all scenarios of the corpus; this leaves out " +
                  Counted(left_out.size(), "scenario"));
  }
  return RunConformance(
      {*settings, options.profile, options.max_restarts, options.jobs, options.fix_expectations,
       options.timing, options.verbose, options.has_colour, ReproductionOf(options)},
      *corpus, list ? &*list : nullptr, left_out, environment);
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto conform = std::make_shared<ConformOptions>();
  conform->jobs = environment.processor_count;
  options.Arguments("PATH", conform->paths);
  DeclareSelection(options, conform->selection);
  options.Text("--adapter", conform->adapter);
  options.Choice("--profile", conform->profile,
                 {std::begin(kProfileNames), std::end(kProfileNames)});
  options.Text("--expectations", conform->expectations);
  DeclareAdapterLimits(options, conform->limits);
  options.Number("--max-restarts", conform->max_restarts, kRestartsRange);
  options.Number("-j,--jobs", conform->jobs, kJobsRange);
  options.Flag("--fix-expectations", conform->fix_expectations);
  options.Flag("--timing", conform->timing);
  options.Flag("-v,--verbose", conform->verbose);
  return [conform](Environment& world, bool has_colour) {
    conform->has_colour = has_colour;
    return RunConform(*conform, world);
  };
}

}  // namespace

ProgramCommand ConformCommand() {
  return {"conform", "conform PATH...", "the same in a real implementation",
          kHelp,     Declare,           kSelectionHelp};
}

}  // namespace streplay
