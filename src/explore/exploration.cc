#include "explore/exploration.h"

#include <utility>

#include "base/check.h"
#include "explore/program_text.h"
#include "explore/shrinker.h"

namespace streplay {
namespace {

std::string TitleOf(const Property& property, const GeneratorOptions& options, uint64_t index) {
  return std::string(property.name()) + ", program " + std::to_string(index) + " of seed " +
         std::to_string(options.seed);
}

// Determinism is about both profiles, the others about one.
std::vector<std::string> ProfilesOf(const Property& property) {
  if (property.name() == "determinism") return {};
  return {std::string(property.profile().name)};
}

// What kind of failure it is: `run`, `rejected:`, … A smaller program must fail in the same way.
std::string KindOf(const Verdict& verdict) {
  const std::string& line = verdict.difference.front();
  return line.substr(0, line.find(' '));
}

class Explorer {
 public:
  Explorer(const Property& property, const GeneratorOptions& options, uint64_t index)
      : property_(property), title_(TitleOf(property, options, index)) {}

  std::string Text(const Program& program) const {
    return ScenarioText(program, title_, ProfilesOf(property_));
  }

  std::optional<Verdict> Check(const Program& program) const {
    std::optional<Scenario> scenario = LoadScenarioText(Text(program), "explored.yaml");
    if (!scenario) return std::nullopt;
    return property_.Check(*scenario);
  }

  Counterexample ShrinkToCounterexample(const Program& program, const std::string& kind) const {
    Counterexample found;
    found.lines_before = CountLines(program);
    found.steps_before = program.steps.size();
    found.program = Shrink(program, [&](const Program& smaller) {
      std::optional<Verdict> verdict = Check(smaller);
      return verdict && verdict->IsCounterexample() && KindOf(*verdict) == kind;
    });
    found.scenario = Text(found.program);
    found.lines = CountLines(found.program);
    found.steps = found.program.steps.size();
    std::optional<Verdict> verdict = Check(found.program);
    STREPLAY_CHECK(verdict.has_value());
    found.difference = std::move(verdict->difference);
    return found;
  }

 private:
  const Property& property_;
  std::string title_;
};

}  // namespace

Explored Explore(const Property& property, const GeneratorOptions& options, uint64_t index) {
  Program program = GenerateProgram(options, index, property.profile());
  Explorer explorer(property, options, index);
  std::optional<Verdict> verdict = explorer.Check(program);
  STREPLAY_CHECK(verdict.has_value());
  Explored explored;
  explored.run_count = verdict->outcome.runs.size();
  explored.features.CountProgram(program);
  explored.features.CountOutcome(verdict->outcome);
  if (verdict->IsCounterexample()) {
    explored.counterexample = explorer.ShrinkToCounterexample(program, KindOf(*verdict));
  }
  return explored;
}

std::string ExploredScenario(const Property& property, const GeneratorOptions& options,
                             uint64_t index) {
  Program program = GenerateProgram(options, index, property.profile());
  return Explorer(property, options, index).Text(program);
}

}  // namespace streplay
