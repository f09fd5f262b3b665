// `streplay compare`: where the documentation and Streamlit 1.18.1 part, by rule.
//
// Scenarios are compared on several threads; what they show is gathered by this one, in their
// order.
#include <algorithm>
#include <limits>
#include <map>
#include <tuple>
#include <utility>
#include "cli/program_command.h"

#include "base/diagnostic_formatter.h"
#include "cli/compare_scenario.h"
#include "cli/exit_code.h"
#include "cli/parallel.h"
#include "cli/selection.h"
#include "report/comparison_text.h"
#include "runtime/decision_point.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Runs scenarios under both profiles and shows where they part, by rule.

Usage: streplay compare PATH... [OPTIONS]

For each decision on which the profiles differ: the rule that it touches, both
answers, and the smallest scenario that shows it, with what that decision alone
changes there. Scenarios that have one profile only are left out.

  --format FORMAT      text (default), markdown (a table with one row a
                       decision) or json (everything, on one line)
  -j, --jobs N         compare N scenarios at a time (default: one a processor)
  -v, --verbose        every difference of a smallest scenario, not the first few
)";

struct CompareOptions {
  std::vector<std::string> paths;
  Selection selection;
  std::string format = "text";
  size_t jobs = 1;       // never 0
  bool verbose = false;  // every difference in the text
  bool has_colour = false;
};

constexpr size_t kMaxShownDifferences = 3;  // of one decision point, unless all are asked for

struct Compared {
  std::optional<Scenario> scenario;  // absent when invalid
  bool has_both = false;
  ScenarioParting parting;
  Diagnostics diagnostics;
};

// Smaller shows a decision better: first by how many others it touches as well.
struct ExampleSize {
  size_t touched = std::numeric_limits<size_t>::max();
  size_t lines = 0;  // of the script
  size_t steps = 0;

  bool operator<(const ExampleSize& other) const {
    return std::tie(touched, lines, steps) < std::tie(other.touched, other.lines, other.steps);
  }
};

size_t CountLines(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

ExampleSize SizeOf(const Compared& compared) {
  const Scenario& scenario = *compared.scenario;
  return {compared.parting.touched.size(),
          CountLines(scenario.definitions.text) + CountLines(scenario.script.text),
          scenario.steps.size()};
}

// Gathers, scenario by scenario, what each decision point touches.
class Gatherer {
 public:
  Gatherer(const Profile& first, const Profile& second) {
    comparison_.first_profile = first.name;
    comparison_.second_profile = second.name;
    auto points = AllDecisionPoints();
    for (size_t i = 0; i < points.size(); ++i) {
      const DecisionPoint& point = points[i];
      if (point.choice(first) == point.choice(second)) continue;
      parting_of_point_[i] = comparison_.partings.size();
      comparison_.partings.push_back({std::string(point.name),
                                      std::string(point.rule),
                                      std::string(point.question),
                                      AnswerOf(point, first),
                                      AnswerOf(point, second),
                                      {},
                                      {}});
    }
    sizes_.resize(comparison_.partings.size());
  }

  void Add(Compared compared) {
    if (!compared.has_both) {
      ++comparison_.other_count;
      return;
    }
    ++comparison_.scenario_count;
    if (!compared.parting.parts) return;
    ++comparison_.parting_count;
    const Scenario& scenario = *compared.scenario;
    if (compared.parting.touched.empty()) comparison_.unexplained.push_back(scenario.path);
    ExampleSize size = SizeOf(compared);
    for (TouchedPoint& touched : compared.parting.touched) {
      size_t index = parting_of_point_.at(touched.point);
      Parting& parting = comparison_.partings[index];
      parting.scenarios.push_back(scenario.path);
      if (!(size < sizes_[index])) continue;
      sizes_[index] = size;
      parting.smallest = {scenario.path, scenario.title, std::move(touched.differences)};
    }
  }

  const ProfileComparison& comparison() const { return comparison_; }

 private:
  static ProfileAnswer AnswerOf(const DecisionPoint& point, const Profile& profile) {
    const Choice& choice = point.choices[point.choice(profile)];
    return {std::string(choice.name), std::string(choice.meaning)};
  }

  ProfileComparison comparison_;
  std::map<size_t, size_t> parting_of_point_;
  std::vector<ExampleSize> sizes_;  // of each parting's smallest example
};

bool HasProfile(const Scenario& scenario, std::string_view name) {
  return std::find(scenario.profiles.begin(), scenario.profiles.end(), name) !=
         scenario.profiles.end();
}

Compared CompareFile(const CorpusFile& file, const Profile& first, const Profile& second,
                     const Environment& environment) {
  Compared compared;
  compared.scenario =
      LoadScenario(file.path, environment.scenario_files, *file.load_options, compared.diagnostics);
  if (!compared.scenario) return compared;
  const Scenario& scenario = *compared.scenario;
  compared.has_both = HasProfile(scenario, first.name) && HasProfile(scenario, second.name);
  if (!compared.has_both) return compared;
  compared.parting = CompareScenario(scenario, first, second, environment.simulate);
  const Diagnostics& found = compared.parting.diagnostics;
  compared.diagnostics.insert(compared.diagnostics.end(), found.begin(), found.end());
  if (!found.empty()) compared.scenario.reset();
  return compared;
}

void Print(const ProfileComparison& comparison, const CompareOptions& options, std::ostream& out) {
  if (options.format == "markdown") return PrintComparisonTable(comparison, out);
  if (options.format == "json") return PrintComparisonJson(comparison, out);
  size_t max_shown = options.verbose ? std::numeric_limits<size_t>::max() : kMaxShownDifferences;
  PrintComparison(comparison, Style(options.has_colour), max_shown, out);
}

int RunCompare(const CompareOptions& options, Environment& environment) {
  int exit_code = kExitGood;
  auto corpus =
      ChooseScenarios(options.paths, std::nullopt, options.selection, environment, exit_code);
  if (!corpus) return exit_code;
  const Profile& first = GetProfile(kProfileNames[0]);
  const Profile& second = GetProfile(kProfileNames[1]);
  Gatherer gatherer(first, second);
  std::vector<Compared> compared(corpus->size());
  bool all_valid = true;
  RunInParallel(
      corpus->size(), options.jobs,
      [&](size_t i) { compared[i] = CompareFile((*corpus)[i], first, second, environment); },
      [&](size_t i) {
        environment.err << FormatDiagnostics(compared[i].diagnostics);
        all_valid = all_valid && compared[i].scenario.has_value();
        if (compared[i].scenario) gatherer.Add(std::move(compared[i]));
        compared[i] = {};
      });
  if (all_valid && gatherer.comparison().scenario_count == 0) {
    environment.err << "streplay: no scenario that has both profiles was found\n";
    return kExitNothingRan;
  }
  Print(gatherer.comparison(), options, environment.out);
  return all_valid ? kExitGood : kExitInvalid;
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto compare = std::make_shared<CompareOptions>();
  compare->jobs = environment.processor_count;
  options.Arguments("PATH", compare->paths);
  DeclareSelection(options, compare->selection);
  options.Choice("--format", compare->format, {"text", "markdown", "json"});
  options.Number("-j,--jobs", compare->jobs, kJobsRange);
  options.Flag("-v,--verbose", compare->verbose);
  return [compare](Environment& world, bool has_colour) {
    compare->has_colour = has_colour;
    return RunCompare(*compare, world);
  };
}

}  // namespace

ProgramCommand CompareCommand() {
  return {"compare", "compare PATH...", "where the documentation and 1.18.1 part",
          kHelp,     Declare,           kSelectionHelp};
}

}  // namespace streplay
