// What `check` found, as plain data that every reporter renders: one result for each scenario and
// profile, then the totals.
#ifndef STREPLAY_REPORT_RESULT_H_
#define STREPLAY_REPORT_RESULT_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "golden/difference.h"

namespace streplay {

enum class CheckOutcome {
  kPass,
  kUpdated,  // its golden was written because the user asked for it
  kFail,     // a difference, or an expectation that does not hold
  kMissing,  // it has no golden (one was written unless in CI)
  kInvalid,  // the scenario has a mistake; nothing was compared or written
  kError,    // the golden could not be read or written
  kSkipped,  // it did not run; `skip_reason` says why
};
inline constexpr size_t kCheckOutcomeCount = 7;

// "passed", "updated", "failed", "without golden", "invalid", "error", "skipped".
std::string_view CheckOutcomeName(CheckOutcome outcome);

// It ran, and nothing is wrong with it.
bool IsGood(CheckOutcome outcome);

// It makes the whole check fail.
bool IsBad(CheckOutcome outcome);

// What caused a run, in the scenario's words: `interact: {checkbox: Negate, value: true}`.
struct RunOrigin {
  std::string step;
  SourceRange range;
};

struct ReportedDifference {
  Difference difference;
  RunOrigin origin;     // of the run it is in; empty for the header
  int golden_line = 0;  // 0: the golden has no such line
};

// An `expect` step that does not hold.
struct ReportedExpectation {
  SourceRange range;
  int run = 0;
  std::string what;      // `elements`, `executed`, …
  std::string expected;  // canonical text
  std::string got;
  std::string run_end;  // how the run ended, when that may be why: "limit: …"; else empty
};

// What could be taken as the golden.
struct GoldenProposal {
  // HexText(Fnv1a()) of the golden; none: it is missing.
  std::optional<std::string> expected_digest;
  std::string got;  // the whole canonical stream
  bool operator==(const GoldenProposal&) const = default;
};

struct ScenarioResult {
  std::string path;     // as the user gave it
  std::string id;       // empty when the scenario could not be loaded
  std::string profile;  // likewise
  std::string title;
  std::vector<std::string> rules;  // that the scenario covers
  std::string golden_path;
  bool golden_written = false;
  std::string pending_path;  // of the pending golden that was written; else empty

  // When the golden differs or is missing. Never while an expectation does not hold: a wrong run
  // makes no golden.
  std::optional<GoldenProposal> proposal;

  CheckOutcome outcome = CheckOutcome::kPass;
  std::vector<ReportedDifference> differences;
  std::vector<ReportedExpectation> expectations;
  Diagnostics diagnostics;  // of the scenario, or of a golden that cannot be used
  std::string error;        // with kError: a sentence without a full stop
  std::string skip_reason;  // with kSkipped: likewise

  size_t run_count = 0;
  size_t record_count = 0;
};

// Goldens that no scenario has any more, found by a run over whole corpora.
struct ObsoleteGoldens {
  enum class Fate {
    kFailed,      // they make the run fail
    kTold,        // they are told, no more
    kRemoved,     // all of them, as asked
    kNotRemoved,  // though asked: the run was not all good, or `error`
  };
  Fate fate = Fate::kFailed;
  std::vector<std::string> paths;  // sorted
  std::string error;               // why one could not be looked for or removed; else empty

  bool operator==(const ObsoleteGoldens&) const = default;
  bool IsWorthTelling() const { return !paths.empty() || !error.empty(); }
  bool fails() const {
    return !paths.empty() && (fate == Fate::kFailed || fate == Fate::kNotRemoved);
  }
};

struct Totals {
  std::array<size_t, kCheckOutcomeCount> by_outcome{};
  size_t scenario_count = 0;  // files
  size_t known_count = 0;     // of them: unchanged since they passed, and not run again
  size_t run_count = 0;
  size_t record_count = 0;
  ObsoleteGoldens obsolete;

  size_t Of(CheckOutcome outcome) const { return by_outcome[static_cast<size_t>(outcome)]; }
  void Add(const ScenarioResult& result);
  // Something ran, and nothing is wrong with any scenario.
  bool AllGood() const;
  bool operator==(const Totals&) const = default;
};

// The part of the scenarios that one of several machines checked.
struct ShardInfo {
  size_t index = 1;  // from 1
  size_t count = 1;
  std::string kind;  // how they were dealt out: "slice" or "hash"
  bool operator==(const ShardInfo&) const = default;
};

// What is known before the first result.
struct RunInfo {
  std::string version;  // of the program
  bool in_ci = false;
  std::optional<ShardInfo> shard;  // none: all were checked
  size_t scenario_count = 0;       // files
};

// A whole check, as a report keeps it.
struct CheckReport {
  RunInfo info;
  std::vector<ScenarioResult> results;
  Totals totals;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_RESULT_H_
