// `streplay smoke`: checks an adapter alone, with scenarios of our own, for those who write one.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "adapter/connection.h"
#include "base/utf8.h"
#include "cli/adapter_options.h"
#include "cli/exit_code.h"
#include "cli/external_comparison.h"
#include "cli/program_command.h"
#include "cli/smoke_scenarios.h"
#include "golden/stream_diff.h"
#include "report/difference_text.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Checks an adapter alone: what it says, and what it shows for a few small scenarios.

Usage: streplay smoke --adapter CMD [OPTIONS]

Prints a checklist. Start here when you write an adapter (specs/adapter.md); go
on with `streplay conform`.

  --adapter CMD        required: a shell command that starts the adapter
  --budget DURATION    how long a case may take (default: 10s)
  --hello DURATION     how long the adapter may take to start (default: 30s)
)";

constexpr std::string_view kImpossible = R"(title: A widget that is not there
script: |
  import streamlit as st
steps:
  - run
  - interact: {checkbox: Nowhere, value: true}
)";

constexpr std::string_view kEndless = R"(title: A script that never ends
script: |
  while True:
      pass
steps: [run]
)";

constexpr std::chrono::milliseconds kEndlessBudget{2000};

struct SmokeOptions {
  std::string adapter;
  AdapterLimits limits;
};

// What is wrong, a line each; empty when all is well.
using Findings = std::vector<std::string>;

Findings CompareWithModel(const Scenario& scenario, const CaseAnswer& answer,
                          const Simulator& simulate) {
  if (answer.kind != CaseAnswer::Kind::kStream) {
    return {std::string(CaseAnswerKindName(answer.kind)) + ": " + answer.message};
  }
  Findings findings;
  Outcome model = simulate(scenario, GetProfile(scenario.profiles.front()));
  for (const Difference& difference :
       DiffStreams(model.stream, answer.stream, WithImplementation())) {
    BothSides sides = ExcerptBoth(difference.expected.value_or("(nothing)"),
                                  difference.got.value_or("(nothing)"));
    findings.push_back("run " + std::to_string(difference.run) + ": " +
                       DifferenceSentence(difference));
    findings.push_back("  model    " + sides.expected);
    findings.push_back("  adapter  " + sides.got);
  }
  return findings;
}

class Checklist {
 public:
  Checklist(AdapterSettings settings, Environment& environment, bool has_colour)
      : settings_(std::move(settings)), environment_(environment), style_(has_colour) {}

  int Run() {
    AdapterConnection connection(settings_, environment_.start_program);
    CaseAnswer failure;
    if (!connection.Start(failure)) {
      Report("says hello",
             {std::string(CaseAnswerKindName(failure.kind)) + ": " + failure.message});
      PrintErrors(failure.errors);
      return kExitAdapter;
    }
    Report("says hello: " + AdapterInfoText(connection.info()), {});
    for (const SmokeScenario& smoke : SmokeScenarios()) CheckScenario(smoke, connection);
    CheckRepetition(connection);
    CheckImpossibleStep(connection);
    CheckUnknownRequest(connection);
    std::optional<std::string> end = connection.Close();
    Report("ends with exit code 0 after `bye`", end ? Findings{*end} : Findings{});
    CheckEndlessScript();
    environment_.out << passed_ << " of " << Counted(passed_ + failed_, "check") << " passed\n";
    return failed_ == 0 ? kExitGood : kExitDifferent;
  }

 private:
  void CheckScenario(const SmokeScenario& smoke, AdapterConnection& connection) {
    Scenario scenario = LoadSmokeScenario(smoke.name, smoke.text);
    CaseAnswer answer = connection.Run(scenario);
    Report(std::string(smoke.name), CompareWithModel(scenario, answer, environment_.simulate));
    if (answer.kind != CaseAnswer::Kind::kStream) PrintErrors(answer.errors);
  }

  // Nothing that a case leaves behind may be seen by the next one.
  void CheckRepetition(AdapterConnection& connection) {
    const SmokeScenario& smoke = SmokeScenarios()[kCachedScenario];
    Scenario scenario = LoadSmokeScenario(smoke.name, smoke.text);
    connection.Run(scenario);
    CaseAnswer again = connection.Run(scenario);
    Report("shows the same for the same case again",
           CompareWithModel(scenario, again, environment_.simulate));
  }

  void CheckImpossibleStep(AdapterConnection& connection) {
    CaseAnswer answer = connection.Run(LoadSmokeScenario("impossible", kImpossible));
    Findings findings;
    if (answer.kind != CaseAnswer::Kind::kRejected) {
      findings.push_back("it should have answered with an error: " +
                         std::string(CaseAnswerKindName(answer.kind)) + " " + answer.message);
    }
    Report("rejects a step that cannot happen", findings);
  }

  void CheckUnknownRequest(AdapterConnection& connection) {
    std::string problem = connection.AskUnknown();
    Report("answers an unknown request with an error",
           problem.empty() ? Findings{} : Findings{problem});
  }

  void CheckEndlessScript() {
    AdapterSettings settings = settings_;
    settings.budget = std::min(settings.budget, kEndlessBudget);
    AdapterConnection connection(settings, environment_.start_program);
    CaseAnswer answer = connection.Run(LoadSmokeScenario("endless", kEndless));
    bool is_timeout = answer.kind == CaseAnswer::Kind::kTimeout;
    bool survived = is_timeout && answer.lost_processes == 0;
    std::string name = "gives up a script that never ends";
    Report(is_timeout && !survived ? name + " (its process had to be ended)" : name,
           is_timeout ? Findings{} : Findings{"it should be a timeout: " + answer.message});
  }

  void Report(const std::string& name, const Findings& findings) {
    bool is_good = findings.empty();
    ++(is_good ? passed_ : failed_);
    environment_.out << style_.In(is_good ? Colour::kGreen : Colour::kRed,
                                  is_good ? "ok    " : "FAILED")
                     << "  " << EscapeControls(name) << "\n";
    for (const std::string& finding : findings) {
      environment_.out << "        " << EscapeControls(finding) << "\n";
    }
  }

  void PrintErrors(const std::string& errors) {
    environment_.out << IndentedLines(errors, "        | ");
  }

  static constexpr size_t kCachedScenario = 4;  // of SmokeScenarios()

  AdapterSettings settings_;
  Environment& environment_;
  Style style_;
  size_t passed_ = 0;
  size_t failed_ = 0;
};

int RunSmoke(const SmokeOptions& options, Environment& environment, bool has_colour) {
  auto settings = ReadAdapterSettings(options.adapter, options.limits, environment);
  if (!settings) return kExitInvalid;
  return Checklist(*settings, environment, has_colour).Run();
}

CommandRun Declare(OptionSet& options, const Environment&) {
  auto smoke = std::make_shared<SmokeOptions>();
  options.Text("--adapter", smoke->adapter);
  DeclareAdapterLimits(options, smoke->limits);
  return
      [smoke](Environment& world, bool has_colour) { return RunSmoke(*smoke, world, has_colour); };
}

}  // namespace

ProgramCommand SmokeCommand() {
  return {"smoke", "smoke --adapter CMD", "check an adapter alone", kHelp, Declare};
}

}  // namespace streplay
