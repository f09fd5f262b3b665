#include "cli/conform_case.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "cli/external_comparison.h"
#include "cli/run_origin.h"
#include "golden/stream_diff.h"
#include "report/difference_text.h"

namespace streplay {
namespace {

ConformOutcome OutcomeOf(CaseAnswer::Kind kind) {
  switch (kind) {
    case CaseAnswer::Kind::kStream:
      return ConformOutcome::kPass;
    case CaseAnswer::Kind::kSkipped:
      return ConformOutcome::kSkipped;
    case CaseAnswer::Kind::kRejected:
      return ConformOutcome::kRejected;
    case CaseAnswer::Kind::kTimeout:
      return ConformOutcome::kTimeout;
    case CaseAnswer::Kind::kCrash:
      return ConformOutcome::kCrash;
    case CaseAnswer::Kind::kProtocolError:
      return ConformOutcome::kProtocolError;
    case CaseAnswer::Kind::kUnsupportedVersion:
      break;
  }
  return ConformOutcome::kUnsupportedVersion;
}

bool HasProfile(const Scenario& scenario, std::string_view name) {
  return std::find(scenario.profiles.begin(), scenario.profiles.end(), name) !=
         scenario.profiles.end();
}

// A limit of the model's own that ended a run: no implementation is held to it. Else empty.
std::string LimitText(const Outcome& model) {
  for (const RunOutcome& run : model.runs) {
    if (run.status != RunStatus::kLimit) continue;
    return "the model ends run " + std::to_string(run.run) + " by a limit of its own: " + run.limit;
  }
  return "";
}

size_t CountRuns(const ElementStream& stream) {
  return static_cast<size_t>(std::count_if(
      stream.records.begin(), stream.records.end(),
      [](const Record& record) { return std::holds_alternative<RunRecord>(record); }));
}

void Compare(const Outcome& model, ConformResult& result) {
  result.run_count = CountRuns(result.answer.stream);
  auto found = DiffStreams(model.stream, result.answer.stream, WithImplementation());
  if (found.empty()) return;
  result.outcome = ConformOutcome::kMismatch;
  result.message = DifferenceMessage(found.front());
  for (Difference& difference : found) {
    bool is_extra_run = difference.kind == Difference::Kind::kExtra && difference.what == "run";
    RunOrigin origin =
        is_extra_run ? RunOrigin{} : OriginOfRun(difference.run, *result.scenario, model);
    result.differences.push_back({std::move(difference), std::move(origin)});
  }
}

}  // namespace

std::string_view ConformOutcomeName(ConformOutcome outcome) {
  static constexpr std::string_view kNames[kConformOutcomeCount] = {"pass",
                                                                    "mismatch",
                                                                    "rejected",
                                                                    "timeout",
                                                                    "crash",
                                                                    "protocol-error",
                                                                    "unsupported-version",
                                                                    "skipped",
                                                                    "invalid",
                                                                    "left out"};
  return kNames[static_cast<size_t>(outcome)];
}

bool IsFailure(ConformOutcome outcome) {
  return outcome > ConformOutcome::kPass && outcome < ConformOutcome::kSkipped;
}

ConformResult ConformCase(const CorpusFile& file, const Profile& profile, AdapterPool& pool,
                          const Environment& environment) {
  ConformResult result;
  result.path = file.path;
  result.scenario =
      LoadScenario(file.path, environment.scenario_files, *file.load_options, result.diagnostics);
  result.outcome = ConformOutcome::kInvalid;
  if (!result.scenario) return result;
  if (!HasProfile(*result.scenario, profile.name)) {
    result.outcome = ConformOutcome::kLeftOut;
    return result;
  }
  Outcome model = environment.simulate(*result.scenario, profile);
  if (!model.diagnostics.empty()) {
    result.diagnostics = std::move(model.diagnostics);
    return result;
  }
  if (std::string limit = LimitText(model); !limit.empty()) {
    result.outcome = ConformOutcome::kSkipped;
    result.message = "skipped: " + limit;
    return result;
  }
  result.answer = pool.Run(*result.scenario);
  result.outcome = OutcomeOf(result.answer.kind);
  if (result.outcome == ConformOutcome::kPass) {
    Compare(model, result);
  } else {
    result.message = std::string(ConformOutcomeName(result.outcome)) + ": " + result.answer.message;
    result.issue = result.answer.issue;
  }
  return result;
}

}  // namespace streplay
