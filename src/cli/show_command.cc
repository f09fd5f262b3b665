// `streplay show`: what one scenario does, run by run.
//
// Goes through the steps in order, so that what happens between runs (clear, advance, edit,
// restart) is shown where it happens.
#include <algorithm>
#include <limits>
#include <memory>
#include <set>
#include <span>
#include "cli/program_command.h"

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/exit_code.h"
#include "cli/headings.h"
#include "cli/one_scenario.h"
#include "cli/parallel.h"
#include "cli/show_run.h"
#include "explore/step_text.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Shows what one scenario does, run by run.

Usage: streplay show SCENARIO [OPTIONS]

  --format FORMAT      text (default): every element, cache hit and printed line
                       tree: the page as a person sees it after each run
                       jsonl: the element stream, as in a golden
  --step N             only what step N of the scenario did, counted from 1
  --profile NAME       documented or streamlit-1.18 (default: the scenario's first)
)";

struct ShowOptions {
  std::string path;
  std::string profile;         // empty: the scenario's first
  std::optional<size_t> step;  // 1-based; only what this step did
  std::string format = "text";
  bool has_colour = false;
};

class Shower {
 public:
  Shower(const Scenario& scenario, const Outcome& outcome, const ShowOptions& options,
         const ShowTarget& target)
      : scenario_(scenario), outcome_(outcome), options_(options), target_(target) {}

  void ShowAll() {
    PrintScenarioHeading(scenario_, outcome_, target_.style, target_.out);
    size_t next_run = 0;
    for (size_t i = 0; i < scenario_.steps.size(); ++i) {
      bool any_run = false;
      for (; next_run < outcome_.runs.size() && outcome_.runs[next_run].step_index == i;
           ++next_run) {
        if (IsWanted(i)) ShowRun(outcome_.runs[next_run]);
        any_run = true;
      }
      if (!any_run && IsWanted(i)) ShowOtherStep(i, next_run);
    }
    ShowLegend();
  }

 private:
  bool IsWanted(size_t step_index) const {
    return !options_.step || *options_.step == step_index + 1;
  }

  void ShowRun(const RunOutcome& run) {
    auto records = RecordsBetween(run.first_record, run.end_record);
    PrintRunHeading(scenario_, outcome_, run, target_.style, target_.out);
    if (options_.format == "tree") {
      PrintPage(records, *run.widget_values, target_);
    } else {
      PrintRecords(records, *run.widget_values, target_);
    }
    for (const std::string& note : run.notes) {
      bool is_new = shown_notes_.insert(note).second;
      if (is_new) target_.out << "  note: " << EscapeControls(note) << "\n";
    }
    PrintEnd(run, target_);
    any_replay_ |= std::any_of(records.begin(), records.end(), [](const Record& record) {
      const auto* delta = std::get_if<DeltaRecord>(&record);
      return delta != nullptr && !delta->replay.empty();
    });
  }

  // A step that runs nothing; what caches did at it stands between the runs before and after.
  void ShowOtherStep(size_t step_index, size_t next_run) {
    const Step& step = scenario_.steps[step_index];
    if (std::holds_alternative<ExpectStep>(step.action)) return;
    bool stays_in_form = std::holds_alternative<InteractStep>(step.action);
    PrintStepHeading(StepText(step) + (stays_in_form ? "  (kept in its form)" : ""), step,
                     step_index, target_.style, target_.out);
    size_t begin = next_run == 0 ? 0 : outcome_.runs[next_run - 1].end_record;
    size_t end = next_run < outcome_.runs.size() ? outcome_.runs[next_run].first_record
                                                 : outcome_.stream.records.size();
    if (std::holds_alternative<ClearStep>(step.action)) {
      PrintRecords(RecordsBetween(begin, end), {}, target_);
    }
  }

  void ShowLegend() const {
    if (any_replay_ && options_.format == "text") {
      target_.out << "\n"
                  << target_.style.In(Colour::kDim, "★ replayed from a cache, not executed")
                  << "\n";
    }
    if (!outcome_.failures.empty()) {
      target_.out << "\n"
                  << target_.style.In(Colour::kRed,
                                      Counted(outcome_.failures.size(), "expectation") +
                                          " of this scenario not met: see `streplay check`")
                  << "\n";
    }
  }

  std::span<const Record> RecordsBetween(size_t begin, size_t end) const {
    return std::span<const Record>(outcome_.stream.records).subspan(begin, end - begin);
  }

  const Scenario& scenario_;
  const Outcome& outcome_;
  const ShowOptions& options_;
  const ShowTarget& target_;
  std::set<std::string> shown_notes_;
  bool any_replay_ = false;
};

// The stream; with a step, only the records of its runs.
std::string JsonLines(const Outcome& outcome, const std::optional<size_t>& step) {
  if (!step) return WriteStream(outcome.stream);
  ElementStream part{outcome.stream.scenario, outcome.stream.profile, {}};
  for (const RunOutcome& run : outcome.runs) {
    if (run.step_index + 1 != *step) continue;
    auto begin = outcome.stream.records.begin();
    part.records.insert(part.records.end(), begin + static_cast<std::ptrdiff_t>(run.first_record),
                        begin + static_cast<std::ptrdiff_t>(run.end_record));
  }
  return WriteStream(part);
}

bool CheckStep(const Scenario& scenario, const ShowOptions& options, Diagnostics& diagnostics) {
  if (!options.step || (*options.step >= 1 && *options.step <= scenario.steps.size())) return true;
  AddError(diagnostics, {scenario.source, {}, {}},
           "there is no step " + std::to_string(*options.step),
           "it has " + Counted(scenario.steps.size(), "step"));
  return false;
}

int RunShow(const ShowOptions& options, Environment& environment) {
  Diagnostics diagnostics;
  std::optional<Scenario> scenario =
      LoadOneScenario(options.path, "show", environment, diagnostics);
  std::optional<std::string> profile;
  if (scenario) profile = ChooseProfile(*scenario, options.profile, diagnostics);
  if (!profile || !CheckStep(*scenario, options, diagnostics)) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  Outcome outcome;
  RunInParallel(
      1, 1, [&](size_t) { outcome = environment.simulate(*scenario, GetProfile(*profile)); },
      [](size_t) {});
  if (options.format == "jsonl") {
    environment.out << JsonLines(outcome, options.step);
  } else {
    ShowTarget target{environment.out, Style(options.has_colour), environment.out_columns};
    Shower(*scenario, outcome, options, target).ShowAll();
  }
  diagnostics.insert(diagnostics.end(), outcome.diagnostics.begin(), outcome.diagnostics.end());
  environment.err << FormatDiagnostics(diagnostics);
  return outcome.diagnostics.empty() ? kExitGood : kExitInvalid;
}

CommandRun Declare(OptionSet& options, const Environment& /*environment*/) {
  auto show = std::make_shared<ShowOptions>();
  options.Argument("SCENARIO", show->path);
  options.Choice("--profile", show->profile, {std::begin(kProfileNames), std::end(kProfileNames)});
  options.Number("--step", show->step, {0, std::numeric_limits<size_t>::max()});
  options.Choice("--format", show->format, {"text", "tree", "jsonl"});
  return [show](Environment& world, bool has_colour) {
    show->has_colour = has_colour;
    return RunShow(*show, world);
  };
}

}  // namespace

ProgramCommand ShowCommand() {
  return {"show", "show SCENARIO", "what happens in a scenario, run by run", kHelp, Declare};
}

}  // namespace streplay
