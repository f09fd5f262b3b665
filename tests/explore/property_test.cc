#include "explore/property.h"

#include "explore/exploration.h"
#include "explore/program_text.h"
#include "runtime/decision_point.h"
#include "support/catch.h"

namespace streplay {
namespace {

constexpr size_t kMostLines = 12;  // of a counterexample's script

Profile Decided(std::string_view point_name, std::string_view choice) {
  Profile profile = AllProfiles().front();
  for (const DecisionPoint& point : AllDecisionPoints()) {
    if (point.name != point_name) continue;
    for (size_t i = 0; i < point.choices.size(); ++i) {
      if (point.choices[i].name == choice) point.choose(profile, i);
    }
  }
  return profile;
}

// The first counterexample among the programs from `first` on, up to 2,000 of them.
std::optional<Counterexample> FindCounterexample(const Property& property, uint64_t first) {
  for (uint64_t index = first; index < first + 2000; ++index) {
    Explored explored = Explore(property, {property.freedom(), 1, 30}, index);
    if (explored.counterexample) return explored.counterexample;
  }
  return std::nullopt;
}

TEST_CASE("transparency and determinism hold of the first programs") {
  std::unique_ptr<Property> properties[] = {MakeTransparency(AllProfiles().front()),
                                            MakeDeterminism()};
  for (const auto& property : properties) {
    for (uint64_t index = 0; index < 60; ++index) {
      Explored explored = Explore(*property, {property->freedom(), 1, 30}, index);
      INFO((explored.counterexample ? explored.counterexample->scenario : ""));
      CHECK_FALSE(explored.counterexample.has_value());
    }
  }
}

// Each decision is one that the documentation makes; made otherwise, some page must show it. The
// second number is where to start looking: a little before the first program that shows it.
TEST_CASE("a decision made otherwise is found, and shrunk to a few lines") {
  struct Fault {
    std::string_view point;
    std::string_view choice;
    uint64_t first;
  };
  constexpr Fault kFaults[] = {
      {"entry_lookup", "known-widgets-hash", 300},
      {"absent_widget", "left-out", 120},
      {"replay_place", "invoked", 5},
      {"trigger_reset", "never", 0},
      {"unrendered_widget", "remembered", 180},
      {"widget_permission", "one-of-family", 10},
  };
  for (const Fault& fault : kFaults) {
    INFO(fault.point);
    auto property = MakeTransparency(Decided(fault.point, fault.choice));
    auto found = FindCounterexample(*property, fault.first);
    REQUIRE(found.has_value());
    INFO(found->scenario);
    CHECK(found->lines <= kMostLines);
    auto scenario = LoadScenarioText(found->scenario, "found.yaml");
    REQUIRE(scenario.has_value());
    CHECK(property->Check(*scenario).IsCounterexample());
    CHECK_FALSE(MakeTransparency(AllProfiles().front())->Check(*scenario).IsCounterexample());
  }
}

}  // namespace
}  // namespace streplay
