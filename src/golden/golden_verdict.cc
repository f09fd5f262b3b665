#include "golden/golden_verdict.h"

namespace streplay {

namespace {

bool IsAsked(GoldenState state, const UpdatePolicy& policy) {
  UpdateMode mode = state == GoldenState::kMissing ? UpdateMode::kMissing : UpdateMode::kChanged;
  return policy.update && (*policy.update == UpdateMode::kAll || *policy.update == mode);
}

}  // namespace

std::optional<UpdateMode> ParseUpdateMode(std::string_view word) {
  if (word == "missing") return UpdateMode::kMissing;
  if (word == "changed") return UpdateMode::kChanged;
  if (word == "all") return UpdateMode::kAll;
  return std::nullopt;
}

bool MayTouchFiles(const UpdatePolicy& policy) {
  return policy.update || !policy.in_ci;
}

// A missing golden is written even unasked, so that the person can look at it, but it fails: nobody
// has said yet that it is right. What differs is kept beside the golden until somebody has.
GoldenVerdict JudgeGolden(GoldenState state, bool expectations_hold, const UpdatePolicy& policy) {
  PendingFate gone = MayTouchFiles(policy) ? PendingFate::kRemoved : PendingFate::kStays;
  if (state == GoldenState::kSame) return {true, false, gone};
  if (!expectations_hold) return {false, false, gone};
  if (IsAsked(state, policy)) return {true, true, gone};
  if (policy.update || policy.in_ci) return {false, false, PendingFate::kStays};
  if (state == GoldenState::kMissing) return {false, true, gone};
  return {false, false, PendingFate::kWritten};
}

}  // namespace streplay
