#include "golden/golden_verdict.h"

namespace streplay {

std::optional<UpdateMode> ParseUpdateMode(std::string_view word) {
  if (word == "missing") return UpdateMode::kMissing;
  if (word == "changed") return UpdateMode::kChanged;
  if (word == "all") return UpdateMode::kAll;
  return std::nullopt;
}

// A missing golden is written even unasked, so that the person can look at it, but it fails: nobody
// has said yet that it is right. In CI there is no person, so nothing is written.
GoldenVerdict JudgeGolden(GoldenState state, const UpdatePolicy& policy) {
  if (state == GoldenState::kSame) return {true, false};
  UpdateMode mode = state == GoldenState::kMissing ? UpdateMode::kMissing : UpdateMode::kChanged;
  bool asked = policy.update && (*policy.update == UpdateMode::kAll || *policy.update == mode);
  if (asked) return {true, true};
  bool unasked = state == GoldenState::kMissing && !policy.update && !policy.in_ci;
  return {false, unasked};
}

}  // namespace streplay
