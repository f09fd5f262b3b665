// `streplay conform`: the same scenarios in the model and in a real implementation.
//
// Cases run on several threads, each with a process of the adapter; they are judged and reported by
// this one, in order. The restarts are counted there too, so that where we give up does not depend
// on how many run at a time.
#include <atomic>
#include <memory>
#include <set>
#include <utility>

#include "base/diagnostic_formatter.h"
#include "cli/conform_case.h"
#include "cli/conformance_report.h"
#include "cli/corpus.h"
#include "cli/exit_code.h"
#include "cli/parallel.h"
#include "cli/program_command.h"
#include "cli/shell_word.h"
#include "scenario/duration.h"

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
  -v, --verbose         list what passed, is expected, or was skipped, too
)";

struct ConformOptions {
  std::string adapter;
  std::vector<std::string> paths;
  std::string profile = "streamlit-1.18";
  std::optional<std::string> expectations;
  std::string budget = "10s";
  std::string hello = "30s";
  size_t max_restarts = 50;
  size_t jobs = 1;
  bool verbose = false;
  bool has_colour = false;
};

constexpr NumberRange kRestartsRange = {0, 1'000'000};

// How a case may be run again, but for its path.
std::string ReproductionOf(const ConformOptions& options) {
  std::string text = "streplay conform --adapter " + ShellWord(options.adapter) + " --profile " +
                     options.profile + " -v ";
  if (options.budget != "10s") text += "--budget " + ShellWord(options.budget) + " ";
  return text;
}

CaseFinding FindingOf(const ConformResult& result) {
  if (IsFailure(result.outcome)) return {CaseFinding::Kind::kFailed, result.message};
  if (result.outcome == ConformOutcome::kSkipped) return {CaseFinding::Kind::kSkipped, ""};
  return {CaseFinding::Kind::kPassed, ""};
}

class Conformance {
 public:
  Conformance(const ConformOptions& options, AdapterSettings settings, const Profile& profile,
              Environment& environment)
      : options_(options),
        profile_(profile),
        environment_(environment),
        pool_(std::move(settings), environment.start_program),
        report_(environment.out, {options.has_colour, options.verbose, ReproductionOf(options)}) {}

  int Run(const std::vector<CorpusFile>& corpus, const std::optional<ExpectationList>& list) {
    CaseAnswer failure;
    AdapterInfo adapter;
    if (!pool_.Start(failure, adapter)) {
      report_.Failed(failure);
      return kExitAdapter;
    }
    report_.Begin(adapter, options_.profile);
    list_ = list ? &*list : nullptr;
    std::vector<ConformResult> results(corpus.size());
    RunInParallel(
        corpus.size(), options_.jobs,
        [&](size_t i) {
          if (!gave_up_) results[i] = ConformCase(corpus[i], profile_, pool_, environment_);
        },
        [&](size_t i) {
          if (!gave_up_) Take(results[i]);
          results[i] = {};
        });
    pool_.Close();
    if (gave_up_) return kExitAdapter;
    if (list_ != nullptr) FindUnmatched();
    report_.End();
    if (any_invalid_) return kExitInvalid;
    if (any_bad_) return kExitDifferent;
    return any_ran_ ? kExitGood : kExitNothingRan;
  }

 private:
  void Take(const ConformResult& result) {
    environment_.err << FormatDiagnostics(result.diagnostics);
    restarts_ += result.answer.lost_processes;
    if (result.answer.is_start_failure) return GiveUp(result.answer);
    ListVerdict verdict = ListVerdict::kGood;
    if (result.outcome == ConformOutcome::kInvalid) {
      any_invalid_ = true;
    } else if (result.outcome != ConformOutcome::kLeftOut) {
      any_ran_ = true;
      const std::string& id = result.scenario->id;
      verdict = JudgeByList(FindingOf(result), list_ == nullptr ? nullptr : list_->Find(id));
      any_bad_ |= verdict != ListVerdict::kGood && verdict != ListVerdict::kExpected;
      ran_.insert(id);
    }
    report_.Finished(result, verdict);
    if (restarts_ <= options_.max_restarts) return;
    CaseAnswer failure;
    failure.kind = result.answer.kind;
    failure.message =
        "it had to be started anew more than " + std::to_string(options_.max_restarts) + " times";
    GiveUp(failure);
  }

  void GiveUp(const CaseAnswer& failure) {
    gave_up_ = true;
    report_.Failed(failure);
  }

  void FindUnmatched() {
    for (const ExpectationEntry& entry : list_->entries) {
      if (ran_.contains(entry.id)) continue;
      any_bad_ = true;
      report_.Unmatched(entry, list_->source->name());
    }
  }

  const ConformOptions& options_;
  const Profile& profile_;
  Environment& environment_;
  AdapterPool pool_;
  ConformanceReport report_;
  const ExpectationList* list_ = nullptr;
  std::set<std::string> ran_;
  size_t restarts_ = 0;
  std::atomic<bool> gave_up_ = false;
  bool any_ran_ = false;
  bool any_bad_ = false;
  bool any_invalid_ = false;
};

std::optional<std::chrono::milliseconds> ReadLimit(const char* option, const std::string& text,
                                                   Environment& environment) {
  ParsedDuration duration = ParseDuration(text);
  std::chrono::milliseconds limit{duration.microseconds / 1000};
  if (duration.error.empty() && limit.count() > 0) return limit;
  environment.err << "streplay: " << option << ": "
                  << (duration.error.empty() ? "it must be at least 1ms" : duration.error) << "\n";
  return std::nullopt;
}

std::optional<ExpectationList> ReadList(const std::string& path, Environment& environment,
                                        Diagnostics& diagnostics) {
  std::string error;
  std::optional<std::string> text = environment.files.ReadFile(path, error);
  auto source = std::make_shared<const SourceText>(path, text.value_or(""));
  if (text) return ReadExpectationList(source, diagnostics);
  AddError(diagnostics, {source, {}, {}}, "cannot be read: " + error);
  return std::nullopt;
}

int RunConform(const ConformOptions& options, Environment& environment) {
  Diagnostics diagnostics;
  auto budget = ReadLimit("--budget", options.budget, environment);
  auto hello = ReadLimit("--hello", options.hello, environment);
  if (!budget || !hello) return kExitInvalid;
  auto corpus = FindCorpus(options.paths, std::nullopt, environment, diagnostics);
  std::optional<ExpectationList> list;
  if (options.expectations) list = ReadList(*options.expectations, environment, diagnostics);
  if (!corpus || !diagnostics.empty()) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  if (corpus->empty()) {
    environment.err << "streplay: no scenario (*.yaml, *.yml) was found\n";
    return kExitNothingRan;
  }
  return Conformance(options, {options.adapter, *hello, *budget}, GetProfile(options.profile),
                     environment)
      .Run(*corpus, list);
}

CommandRun Declare(OptionSet& options, const Environment& environment) {
  auto conform = std::make_shared<ConformOptions>();
  conform->jobs = environment.processor_count;
  options.Arguments("PATH", conform->paths);
  options.Text("--adapter", conform->adapter);
  options.Choice("--profile", conform->profile,
                 {std::begin(kProfileNames), std::end(kProfileNames)});
  options.Text("--expectations", conform->expectations);
  options.Text("--budget", conform->budget);
  options.Text("--hello", conform->hello);
  options.Number("--max-restarts", conform->max_restarts, kRestartsRange);
  options.Number("-j,--jobs", conform->jobs, kJobsRange);
  options.Flag("-v,--verbose", conform->verbose);
  return [conform](Environment& world, bool has_colour) {
    conform->has_colour = has_colour;
    return RunConform(*conform, world);
  };
}

}  // namespace

ProgramCommand ConformCommand() {
  return {"conform", "conform --adapter CMD PATH...", "the same in a real implementation", kHelp,
          Declare};
}

}  // namespace streplay
