// The life cycle of a golden: given what lies there and what a run showed, whether the scenario
// passes and whether the golden is written (specs/cli.md).
#ifndef STREPLAY_GOLDEN_GOLDEN_VERDICT_H_
#define STREPLAY_GOLDEN_GOLDEN_VERDICT_H_

#include <optional>
#include <string_view>

namespace streplay {

// Which goldens `--update` writes.
enum class UpdateMode {
  kMissing,  // those that are not there
  kChanged,  // those that differ, or cannot be read as goldens
  kAll,      // both
};

// "missing", "changed", "all"; nothing for another word.
std::optional<UpdateMode> ParseUpdateMode(std::string_view word);

struct UpdatePolicy {
  std::optional<UpdateMode> update;  // what the user asked for
  bool in_ci = false;
};

enum class GoldenState { kMissing, kSame, kDifferent, kUnreadable };

struct GoldenVerdict {
  bool pass = false;
  bool write = false;
  bool operator==(const GoldenVerdict&) const = default;
};

// A scenario that errored has no verdict: nothing is ever written for it.
GoldenVerdict JudgeGolden(GoldenState state, const UpdatePolicy& policy);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_GOLDEN_VERDICT_H_
