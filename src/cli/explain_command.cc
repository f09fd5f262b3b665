// `streplay explain`: why each cached call of a scenario hit or missed.
#include <algorithm>
#include <limits>
#include <memory>

#include "base/diagnostic_formatter.h"
#include "base/nearest_name.h"
#include "cli/exit_code.h"
#include "cli/explain_call.h"
#include "cli/headings.h"
#include "cli/one_scenario.h"
#include "cli/parallel.h"
#include "cli/program_command.h"
#include "explore/step_text.h"
#include "report/style.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr int kExplainFormat = 1;

constexpr std::string_view kHelp =
    R"(Says why each call of a cached function hit or missed.

Usage: streplay explain SCENARIO [OPTIONS]

  --function NAME      only calls of this function
  --run N              only calls of run N, as `streplay show` numbers them
  --format FORMAT      text (default), or json: everything, on one line
  --profile NAME       documented or streamlit-1.18 (default: the scenario's first)

A call inside another one is indented below it.
)";

struct ExplainOptions {
  std::string path;
  std::string profile;   // empty: the scenario's first
  std::string function;  // empty: all
  std::optional<size_t> run;
  std::string format = "text";
};

class Explainer {
 public:
  Explainer(const Scenario& scenario, const Outcome& outcome, const ExplainOptions& options)
      : scenario_(scenario), outcome_(outcome), options_(options) {
    for (const CallEvidence& call : outcome.calls) {
      if (IsWanted(call)) calls_.push_back(&call);
    }
  }

  void PrintText(const Style& style, std::ostream& out) const {
    PrintScenarioHeading(scenario_, outcome_, style, out);
    if (calls_.empty()) out << "\nno cached call\n";
    size_t next_run = 0;
    for (size_t i = 0; i < scenario_.steps.size(); ++i) {
      const Step& step = scenario_.steps[i];
      bool any_run = false;
      for (; next_run < outcome_.runs.size() && outcome_.runs[next_run].step_index == i;
           ++next_run) {
        PrintRun(outcome_.runs[next_run], style, out);
        any_run = true;
      }
      if (!any_run && ChangesTheWorld(step) && !options_.run && !calls_.empty()) {
        PrintStepHeading(StepText(step), step, i, style, out);
      }
    }
  }

  void PrintJson(std::ostream& out) const {
    FieldList calls;
    for (const CallEvidence* call : calls_) {
      calls.push_back({CallFields(*call, {scenario_, outcome_})});
    }
    Fields all = {{"format", {int64_t{kExplainFormat}}},
                  {"scenario", {scenario_.path}},
                  {"profile", {outcome_.stream.profile}},
                  {"calls", {std::move(calls)}}};
    out << FieldValueText({std::move(all)}) << "\n";
  }

 private:
  bool IsWanted(const CallEvidence& call) const {
    bool is_function = options_.function.empty() || call.name == options_.function ||
                       call.function == options_.function;
    return is_function && (!options_.run || static_cast<size_t>(call.run) == *options_.run);
  }

  // A step between runs that later calls may depend on.
  static bool ChangesTheWorld(const Step& step) {
    return std::holds_alternative<ClearStep>(step.action) ||
           std::holds_alternative<AdvanceStep>(step.action) ||
           std::holds_alternative<EditStep>(step.action) ||
           std::holds_alternative<RestartStep>(step.action);
  }

  void PrintRun(const RunOutcome& run, const Style& style, std::ostream& out) const {
    bool is_first = true;
    for (const CallEvidence* call : calls_) {
      if (call->run != run.run) continue;
      if (is_first) PrintRunHeading(scenario_, outcome_, run, style, out);
      is_first = false;
      PrintCall(*call, {scenario_, outcome_}, style, out);
    }
  }

  const Scenario& scenario_;
  const Outcome& outcome_;
  const ExplainOptions& options_;
  std::vector<const CallEvidence*> calls_;
};

// What is asked for must be there.
bool CheckWanted(const Scenario& scenario, const Outcome& outcome, const ExplainOptions& options,
                 Diagnostics& diagnostics) {
  if (options.run && *options.run > outcome.runs.size()) {
    AddError(diagnostics, {scenario.source, {}, {}},
             "there is no run " + std::to_string(*options.run),
             "it has " + Counted(outcome.runs.size(), "run"));
    return false;
  }
  if (options.function.empty()) return true;
  std::vector<std::string_view> names;
  for (const CallEvidence& call : outcome.calls) {
    if (call.name == options.function || call.function == options.function) return true;
    names.push_back(call.name);
  }
  auto nearest = NearestName(options.function, names);
  AddError(diagnostics, {scenario.source, {}, {}},
           "no cached function `" + options.function + "` is called",
           nearest ? "did you mean `" + std::string(*nearest) + "`?" : "");
  return false;
}

int RunExplain(const ExplainOptions& options, Environment& environment, bool has_colour) {
  Diagnostics diagnostics;
  std::optional<Scenario> scenario =
      LoadOneScenario(options.path, "explain", environment, diagnostics);
  std::optional<std::string> profile;
  if (scenario) profile = ChooseProfile(*scenario, options.profile, diagnostics);
  Outcome outcome;
  if (profile) {
    RunInParallel(
        1, 1,
        [&](size_t) {
          outcome = environment.simulate_with_evidence(*scenario, GetProfile(*profile));
        },
        [](size_t) {});
  }
  if (!profile || !CheckWanted(*scenario, outcome, options, diagnostics)) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  Explainer explainer(*scenario, outcome, options);
  if (options.format == "json") {
    explainer.PrintJson(environment.out);
  } else {
    explainer.PrintText(Style(has_colour), environment.out);
  }
  environment.err << FormatDiagnostics(outcome.diagnostics);
  return outcome.diagnostics.empty() ? kExitGood : kExitInvalid;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto explain = std::make_shared<ExplainOptions>();
  options.Argument("SCENARIO", explain->path);
  options.Choice("--profile", explain->profile,
                 {std::begin(kProfileNames), std::end(kProfileNames)});
  options.Number("--run", explain->run, {1, std::numeric_limits<size_t>::max()});
  options.Text("--function", explain->function);
  options.Choice("--format", explain->format, {"text", "json"});
  return [explain](Environment& world, bool has_colour) {
    return RunExplain(*explain, world, has_colour);
  };
}

}  // namespace

ProgramCommand ExplainCommand() {
  return {"explain", "explain SCENARIO", "why each cached call hit or missed", kHelp, Declare};
}

}  // namespace streplay
