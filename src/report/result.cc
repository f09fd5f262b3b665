#include "report/result.h"

namespace streplay {

std::string_view CheckOutcomeName(CheckOutcome outcome) {
  constexpr std::array<std::string_view, kCheckOutcomeCount> kNames = {
      "passed", "updated", "failed", "without golden", "invalid", "error", "skipped"};
  return kNames[static_cast<size_t>(outcome)];
}

bool IsGood(CheckOutcome outcome) {
  return outcome == CheckOutcome::kPass || outcome == CheckOutcome::kUpdated;
}

bool IsBad(CheckOutcome outcome) {
  return !IsGood(outcome) && outcome != CheckOutcome::kSkipped;
}

void Totals::Add(const ScenarioResult& result) {
  ++by_outcome[static_cast<size_t>(result.outcome)];
  run_count += result.run_count;
  record_count += result.record_count;
}

bool Totals::AllGood() const {
  size_t good = 0;
  size_t all = 0;
  for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
    all += by_outcome[i];
    if (IsGood(static_cast<CheckOutcome>(i))) good += by_outcome[i];
  }
  return all > 0 && good == all;
}

}  // namespace streplay
