// The life cycle of a golden: given what lies there and what a run showed, whether the scenario
// passes, whether the golden is written, and what is kept pending (specs/goldens.md).
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

// Unasked, in CI, nobody is there to look at what is written: the files are left as they are.
bool MayTouchFiles(const UpdatePolicy& policy);

enum class GoldenState { kMissing, kSame, kDifferent, kUnreadable };

// What becomes of the pending golden (golden/golden_folder.h).
enum class PendingFate {
  kStays,    // as it is, there or not
  kWritten,  // it is what this run got
  kRemoved,  // it has nothing to say any more
};

struct GoldenVerdict {
  bool pass = false;
  bool write = false;
  PendingFate pending = PendingFate::kStays;
  bool operator==(const GoldenVerdict&) const = default;
};

// A scenario that errored has no verdict: nothing is ever written for it. Of one whose expectations
// do not hold nothing may be kept either; a pending golden of an earlier run goes.
GoldenVerdict JudgeGolden(GoldenState state, bool expectations_hold, const UpdatePolicy& policy);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_GOLDEN_VERDICT_H_
