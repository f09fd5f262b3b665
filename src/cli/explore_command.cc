// `streplay explore`: random programs put to a property.
//
// Programs are made and checked on several threads; what they show is gathered by this one, in
// their order. After the last counterexample that is wanted the rest is skipped.
#include <atomic>
#include <utility>

#include "adapter/adapter_pool.h"
#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/external_comparison.h"
#include "cli/parallel.h"
#include "cli/program_command.h"
#include "explore/exploration.h"
#include "golden/golden_store.h"
#include "report/shell_word.h"
#include "runtime/decision_point.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Makes random programs and looks for one for which a property does not hold.

Usage: streplay explore [PATH...] [OPTIONS]

A program is a scenario with a script and steps, made from a seed. The same seed
gives the same programs everywhere. A counterexample is made as small as it gets
and written as a scenario file. With PATHs, those scenarios are put to the
property instead.

  --property NAME      transparency (default): under `documented`, decorating a
                       function changes no page. determinism: a program gives the
                       same bytes each time. adapter: the model under
                       `streamlit-1.18` and a real one show the same
  --adapter CMD        for adapter: a shell command that starts one (specs/adapter.md)
  --seed N             (default: 1)
  --from N             number of the first program (default: 0)
  --count N            how many programs (default: 1000)
  --max-size N         most statements of a program (default: 30)
  --max-failures N     stop after N counterexamples (default: 5)
  --out DIR            where counterexamples go; without it they are printed
  --decide POINT=CHOICE
                       for transparency: give the profile another answer to one
                       decision point of specs/profiles.yaml
  --table[=text|json]  how often each command, argument, step, error … occurred
  --print              print the programs, and check nothing
  -j, --jobs N         check N programs at a time (default: one a processor)
)";

struct ExploreOptions {
  std::vector<std::string> paths;
  std::string property = "transparency";
  std::string adapter;
  size_t seed = 1;
  size_t from = 0;
  size_t count = 1000;
  size_t max_size = 30;
  size_t max_failures = 5;
  std::optional<std::string> out;
  std::vector<std::string> decisions;
  std::string table;
  bool prints = false;
  size_t jobs = 1;
};

// Changes the profile as `POINT=CHOICE` says; false when there is no such answer.
bool Decide(Profile& profile, const std::string& decision) {
  size_t equals = decision.find('=');
  if (equals == std::string::npos) return false;
  for (const DecisionPoint& point : AllDecisionPoints()) {
    if (point.name != decision.substr(0, equals)) continue;
    for (size_t i = 0; i < point.choices.size(); ++i) {
      if (point.choices[i].name != decision.substr(equals + 1)) continue;
      point.choose(profile, i);
      return true;
    }
  }
  return false;
}

// Null, with a message, when the options do not go together or a decision is not understood.
std::unique_ptr<Property> MakeProperty(const ExploreOptions& options, AdapterPool& pool,
                                       std::ostream& err) {
  if (options.property == "determinism") return MakeDeterminism();
  if (options.property == "adapter") {
    if (options.adapter.empty()) {
      err << "streplay: --property adapter needs an --adapter\n";
      return nullptr;
    }
    auto ask = [&pool](const Scenario& scenario) { return pool.Run(scenario); };
    return MakeAdapterAgreement(GetProfile(kProfileNames[1]), ask, WithImplementation());
  }
  Profile profile = GetProfile(kProfileNames[0]);
  for (const std::string& decision : options.decisions) {
    if (Decide(profile, decision)) continue;
    err << "streplay: specs/profiles.yaml has no answer " << decision << "\n";
    return nullptr;
  }
  return MakeTransparency(profile);
}

GeneratorOptions GeneratorOptionsOf(const ExploreOptions& options, const Property& property) {
  return {property.freedom(), options.seed, options.max_size};
}

std::string Counted(size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

class ExploreReport {
 public:
  ExploreReport(const ExploreOptions& options, Environment& environment)
      : options_(options), environment_(environment) {}

  bool IsFull() const { return failures_ >= options_.max_failures; }

  void Add(uint64_t index, Explored explored) {
    ++programs_;
    runs_ += explored.run_count;
    features_.Add(explored.features);
    if (explored.counterexample) Report(index, *explored.counterexample);
  }

  int Finish() {
    std::ostream& out = environment_.out;
    if (options_.table == "json") {
      out << features_.Json();
    } else if (!options_.table.empty()) {
      out << features_.Text() << "\n";
    }
    std::ostream& totals = options_.table == "json" ? environment_.err : out;
    totals << options_.property << ": " << Counted(failures_, "counterexample") << " in "
           << Counted(programs_, "program") << " of seed " << options_.seed << " ("
           << Counted(runs_, "run") << ")\n";
    if (has_written_all_) return failures_ == 0 ? kExitGood : kExitDifferent;
    return kExitInvalid;
  }

 private:
  void Report(uint64_t index, const Counterexample& found) {
    ++failures_;
    std::ostream& out = environment_.out;
    out << "program " << index << " of seed " << options_.seed << ": a counterexample to "
        << options_.property << "\n  " << Counted(found.lines, "line") << " and "
        << Counted(found.steps, "step") << ", shrunk from " << found.lines_before << " and "
        << found.steps_before << "\n  again: " << Again(index) << "\n";
    Write(index, found.scenario);
    for (const std::string& line : found.difference) out << "  " << EscapeControls(line) << "\n";
    out << "\n" << std::flush;  // the next may take long
  }

  std::string Again(uint64_t index) const {
    std::string text = "streplay explore --property " + options_.property + " --seed " +
                       std::to_string(options_.seed) + " --from " + std::to_string(index) +
                       " --count 1";
    if (options_.max_size != ExploreOptions().max_size) {
      text += " --max-size " + std::to_string(options_.max_size);
    }
    for (const std::string& decision : options_.decisions) text += " --decide " + decision;
    if (!options_.adapter.empty()) text += " --adapter " + ShellWord(options_.adapter);
    return text;
  }

  void Write(uint64_t index, const std::string& scenario) {
    if (!options_.out) {
      environment_.out << "\n" << scenario << "\n";
      return;
    }
    std::string name = options_.property + "-" + std::to_string(options_.seed) + "-" +
                       std::to_string(index) + ".yaml";
    std::string error;
    if (GoldenStore(environment_.files, *options_.out).Write(name, scenario, error)) {
      environment_.out << "  written: " << *options_.out << "/" << name << "\n";
      return;
    }
    has_written_all_ = false;
    environment_.err << "streplay: cannot write " << *options_.out << "/" << name << ": " << error
                     << "\n";
  }

  const ExploreOptions& options_;
  Environment& environment_;
  FeatureTable features_;
  size_t programs_ = 0;
  size_t runs_ = 0;
  size_t failures_ = 0;
  bool has_written_all_ = true;
};

int ExplorePrograms(const ExploreOptions& options, const Property& property,
                    Environment& environment) {
  GeneratorOptions generator = GeneratorOptionsOf(options, property);
  ExploreReport report(options, environment);
  std::vector<Explored> explored(options.count);
  std::atomic<bool> is_over = false;
  RunInParallel(
      options.count, options.jobs,
      [&](size_t i) {
        if (!is_over) explored[i] = Explore(property, generator, options.from + i);
      },
      [&](size_t i) {
        if (!report.IsFull()) report.Add(options.from + i, std::move(explored[i]));
        explored[i] = {};
        is_over = report.IsFull();
      });
  return report.Finish();
}

int PrintPrograms(const ExploreOptions& options, const Property& property,
                  Environment& environment) {
  GeneratorOptions generator = GeneratorOptionsOf(options, property);
  std::vector<std::string> texts(options.count);
  RunInParallel(
      options.count, options.jobs,
      [&](size_t i) { texts[i] = ExploredScenario(property, generator, options.from + i); },
      [&](size_t i) {
        environment.out << (i == 0 ? "" : "\n") << texts[i];
        texts[i].clear();
      });
  return kExitGood;
}

struct CheckedFile {
  Diagnostics diagnostics;
  std::vector<std::string> difference;
};

CheckedFile CheckFile(const CorpusFile& file, const Property& property,
                      const Environment& environment) {
  CheckedFile checked;
  auto scenario =
      LoadScenario(file.path, environment.scenario_files, *file.load_options, checked.diagnostics);
  if (!scenario) return checked;
  Verdict verdict = property.Check(*scenario);
  if (!verdict.is_valid) checked.diagnostics = verdict.outcome.diagnostics;
  checked.difference = std::move(verdict.difference);
  return checked;
}

int CheckFiles(const ExploreOptions& options, const Property& property, Environment& environment) {
  Diagnostics diagnostics;
  auto corpus = FindCorpus(options.paths, std::nullopt, environment, diagnostics);
  if (!corpus) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  std::vector<CheckedFile> checked(corpus->size());
  size_t failures = 0;
  bool all_valid = true;
  RunInParallel(
      corpus->size(), options.jobs,
      [&](size_t i) { checked[i] = CheckFile((*corpus)[i], property, environment); },
      [&](size_t i) {
        environment.err << FormatDiagnostics(checked[i].diagnostics);
        all_valid = all_valid && checked[i].diagnostics.empty();
        if (checked[i].difference.empty()) return;
        ++failures;
        environment.out << (*corpus)[i].path << ": a counterexample to " << options.property
                        << "\n";
        for (const std::string& line : checked[i].difference) {
          environment.out << "  " << EscapeControls(line) << "\n";
        }
      });
  environment.out << options.property << ": " << Counted(failures, "counterexample") << " in "
                  << Counted(corpus->size(), "scenario") << "\n";
  if (!all_valid) return kExitInvalid;
  if (corpus->empty()) return kExitNothingRan;
  return failures == 0 ? kExitGood : kExitDifferent;
}

int RunWith(const ExploreOptions& options, const Property& property, Environment& environment) {
  if (!options.paths.empty()) return CheckFiles(options, property, environment);
  if (options.prints) return PrintPrograms(options, property, environment);
  return ExplorePrograms(options, property, environment);
}

int RunExplore(const ExploreOptions& options, Environment& environment) {
  AdapterSettings settings;
  settings.command = options.adapter;
  AdapterPool pool(settings, environment.start_program);
  std::unique_ptr<Property> property = MakeProperty(options, pool, environment.err);
  if (property == nullptr) return kExitInvalid;
  CaseAnswer failure;
  AdapterInfo info;
  if (options.property == "adapter" && !options.prints && !pool.Start(failure, info)) {
    environment.err << "streplay: the adapter does not start: " << EscapeControls(failure.message)
                    << "\n";
    return kExitInvalid;
  }
  int exit_code = RunWith(options, *property, environment);
  pool.Close();
  return exit_code;
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  constexpr NumberRange kAny = {0, 1'000'000'000};
  auto explore = std::make_shared<ExploreOptions>();
  explore->jobs = environment.processor_count;
  options.OptionalArguments("PATH", explore->paths);
  options.Choice("--property", explore->property, {"transparency", "determinism", "adapter"});
  options.Text("--adapter", explore->adapter);
  options.Number("--seed", explore->seed, kAny);
  options.Number("--from", explore->from, kAny);
  options.Number("--count", explore->count, {1, kAny.most});
  options.Number("--max-size", explore->max_size, {1, 1000});
  options.Number("--max-failures", explore->max_failures, {1, kAny.most});
  options.Text("--out", explore->out);
  options.Texts("--decide", explore->decisions);
  options.FlagOrChoice("--table", explore->table, "text", {"text", "json"});
  options.Flag("--print", explore->prints);
  options.Number("-j,--jobs", explore->jobs, kJobsRange);
  return [explore](Environment& world, bool) { return RunExplore(*explore, world); };
}

}  // namespace

ProgramCommand ExploreCommand() {
  return {"explore", "explore", "random programs put to a property", kHelp, Declare};
}

}  // namespace streplay
