// One decision at a time is flipped, so what changes is that decision's doing. The second profile
// is tried only where the first one shows nothing: a decision can matter only once another was
// made.
#include "cli/compare_scenario.h"

#include <utility>

#include "golden/stream_diff.h"
#include "runtime/decision_point.h"

namespace streplay {
namespace {

class ScenarioComparison {
 public:
  ScenarioComparison(const Scenario& scenario, const Profile& first, const Profile& second,
                     const Simulator& simulate)
      : scenario_(scenario), first_(first), second_(second), simulate_(simulate) {}

  ScenarioParting Run() {
    ScenarioParting parting;
    Outcome first = simulate_(scenario_, first_);
    Outcome second = simulate_(scenario_, second_);
    parting.diagnostics = std::move(first.diagnostics);
    if (parting.diagnostics.empty()) parting.diagnostics = std::move(second.diagnostics);
    parting.parts = !Differences(first.stream, second.stream).empty();
    if (!parting.parts || !parting.diagnostics.empty()) return parting;
    auto points = AllDecisionPoints();
    for (size_t i = 0; i < points.size(); ++i) {
      if (points[i].choice(first_) == points[i].choice(second_)) continue;
      auto differences = Differences(first.stream, Flipped(first_, second_, points[i]));
      if (differences.empty()) {
        differences = Differences(Flipped(second_, first_, points[i]), second.stream);
      }
      if (!differences.empty()) parting.touched.push_back({i, std::move(differences)});
    }
    return parting;
  }

 private:
  // The stream under `profile` with the answer of `other` to one point.
  ElementStream Flipped(Profile profile, const Profile& other, const DecisionPoint& point) const {
    point.choose(profile, point.choice(other));
    return simulate_(scenario_, profile).stream;
  }

  // The profile's name in the header is no difference.
  static std::vector<Difference> Differences(const ElementStream& first, ElementStream second) {
    second.profile = first.profile;
    return DiffStreams(first, second, WithGolden());
  }

  const Scenario& scenario_;
  const Profile& first_;
  const Profile& second_;
  const Simulator& simulate_;
};

}  // namespace

ScenarioParting CompareScenario(const Scenario& scenario, const Profile& first,
                                const Profile& second, const Simulator& simulate) {
  return ScenarioComparison(scenario, first, second, simulate).Run();
}

}  // namespace streplay
