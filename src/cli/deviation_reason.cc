#include "cli/deviation_reason.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "cli/external_comparison.h"
#include "golden/stream_diff.h"
#include "runtime/decision_point.h"

namespace streplay {
namespace {

constexpr size_t kNone = std::numeric_limits<size_t>::max();

class Explanation {
 public:
  Explanation(const ConformResult& result, const Profile& profile, const Simulator& simulate)
      : result_(result), profile_(profile), simulate_(simulate) {}

  DeviationReason Find() {
    FromThisSide();
    for (const Profile& other : AllProfiles()) {
      if (best_ == nullptr && other.name != profile_.name) FromTheSideOf(other);
    }
    if (best_ == nullptr) {
      const auto& covers = result_.scenario->covers;
      return {covers.empty() ? "unexplained" : covers.front(), ""};
    }
    const Choice& ours = best_->choices[best_->choice(profile_)];
    return {std::string(best_->rule), std::string(best_->rule) + ", " + std::string(best_->name) +
                                          ": here " + std::string(best_->choices[choice_].meaning) +
                                          "; " + std::string(profile_.name) + ": " +
                                          std::string(ours.meaning)};
  }

 private:
  // How much is left of the failure under another profile; kNone when its first sign is.
  size_t LeftUnder(const Profile& profile) const {
    Outcome outcome = simulate_(*result_.scenario, profile);
    if (result_.outcome == ConformOutcome::kRejected) {
      return outcome.diagnostics.empty() ? kNone : 0;  // neither can carry out the steps
    }
    if (result_.outcome != ConformOutcome::kMismatch || !outcome.diagnostics.empty()) return kNone;
    auto left = DiffStreams(outcome.stream, result_.answer.stream, WithImplementation());
    if (left.empty()) return 0;
    const Difference& first = result_.differences.front().difference;
    bool is_same = left.front().run == first.run && left.front().kind == first.kind &&
                   left.front().what == first.what && left.front().path == first.path &&
                   left.front().field == first.field && left.front().got == first.got;
    return is_same || left.front().run < first.run ? kNone : left.size();
  }

  void FromThisSide() {
    size_t least = kNone;
    for (const DecisionPoint& point : AllDecisionPoints()) {
      for (size_t choice = 0; choice < point.choices.size(); ++choice) {
        if (choice == point.choice(profile_)) continue;
        Profile changed = profile_;
        point.choose(changed, choice);
        size_t left = LeftUnder(changed);
        if (left < least) Choose(point, choice);
        least = std::min(least, left);
      }
    }
  }

  // Where the other profile does as the implementation: the answer without which it does not.
  void FromTheSideOf(const Profile& other) {
    if (LeftUnder(other) == kNone) return;
    for (const DecisionPoint& point : AllDecisionPoints()) {
      if (point.choice(other) == point.choice(profile_)) continue;
      Profile changed = other;
      point.choose(changed, point.choice(profile_));
      if (LeftUnder(changed) != kNone) continue;
      return Choose(point, point.choice(other));
    }
  }

  void Choose(const DecisionPoint& point, size_t choice) {
    best_ = &point;
    choice_ = choice;
  }

  const ConformResult& result_;
  const Profile& profile_;
  const Simulator& simulate_;
  const DecisionPoint* best_ = nullptr;
  size_t choice_ = 0;  // the implementation's answer to it
};

}  // namespace

DeviationReason ExplainDeviation(const ConformResult& result, const Profile& profile,
                                 const Simulator& simulate) {
  return Explanation(result, profile, simulate).Find();
}

}  // namespace streplay
