// Checks one scenario file: every profile's stream against its golden and its expectations.
#ifndef STREPLAY_CLI_CHECK_SCENARIO_H_
#define STREPLAY_CLI_CHECK_SCENARIO_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/corpus.h"
#include "cli/environment.h"
#include "golden/golden_verdict.h"
#include "report/result.h"

namespace streplay {

struct CheckPolicy {
  UpdatePolicy update;
  std::optional<std::string> golden_root;  // instead of the scenario's own
  std::vector<std::string> profiles;       // only these; empty: all that the scenario has
};

// A file that the results of a scenario come from, as it was.
struct ReadFile {
  std::string path;    // as the user gave it
  std::string digest;  // HexText(Fnv1a()) of its bytes
};

// The results of a scenario file.
struct CheckedScenario {
  std::vector<ScenarioResult> results;
  std::vector<ReadFile> read;  // what they come from, if asked: the scenario, its scripts, goldens
  bool is_known = false;       // they are those of an earlier check (known_passes.h)
};

// One result a profile; a single one without a profile for a file that cannot be loaded; a skipped
// one for each profile that was asked for and that the scenario does not have. Goldens are written
// as the policy says, never while an expectation does not hold: a wrong run makes no golden.
// `notes_read`: whoever keeps what passed wants to know what was read.
CheckedScenario CheckScenario(const CorpusFile& file, const CheckPolicy& policy,
                              Environment& environment, bool notes_read);

}  // namespace streplay

#endif  // STREPLAY_CLI_CHECK_SCENARIO_H_
