// One scenario in the model and in an implementation, side by side.
#ifndef STREPLAY_CLI_CONFORM_CASE_H_
#define STREPLAY_CLI_CONFORM_CASE_H_

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "adapter/adapter_pool.h"
#include "base/diagnostic.h"
#include "cli/corpus.h"
#include "cli/environment.h"
#include "golden/difference.h"
#include "report/result.h"
#include "runtime/profile.h"
#include "scenario/scenario.h"

namespace streplay {

enum class ConformOutcome {
  kPass,
  kMismatch,
  kRejected,
  kTimeout,
  kCrash,
  kProtocolError,
  kUnsupportedVersion,
  kSkipped,
  kInvalid,  // the scenario has a mistake, or cannot happen under the profile
  kLeftOut,  // it does not have the profile
};
inline constexpr size_t kConformOutcomeCount = 10;

// "pass", "mismatch", "protocol-error", …
std::string_view ConformOutcomeName(ConformOutcome outcome);

// Whether the adapter was asked and did not do as the model does.
bool IsFailure(ConformOutcome outcome);

struct ConformDifference {
  Difference difference;
  RunOrigin origin;  // of its run; empty for one that the model does not have
};

struct ConformResult {
  std::string path;
  std::optional<Scenario> scenario;  // absent when it cannot be read
  ConformOutcome outcome = ConformOutcome::kPass;
  std::vector<ConformDifference> differences;  // kMismatch
  // What failed, on one line: "run 2: markdown at [0,3]: `body` differs", "crash: signal SIGSEGV
  // before its answer". Empty for kPass, kInvalid, kLeftOut.
  std::string message;
  std::string issue;  // of a skipped case
  Diagnostics diagnostics;
  CaseAnswer answer;
  size_t run_count = 0;  // of the implementation
};

// From several threads at once.
ConformResult ConformCase(const CorpusFile& file, const Profile& profile, AdapterPool& pool,
                          const Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_CONFORM_CASE_H_
