// One program put to the test: made, checked, and shrunk when the property fails.
#ifndef STREPLAY_EXPLORE_EXPLORATION_H_
#define STREPLAY_EXPLORE_EXPLORATION_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "explore/feature_table.h"
#include "explore/program_generator.h"
#include "explore/property.h"

namespace streplay {

struct Counterexample {
  Program program;                      // shrunk
  std::string scenario;                 // its file's text
  std::vector<std::string> difference;  // lines for people
  size_t lines_before = 0;              // of script; and after shrinking
  size_t lines = 0;
  size_t steps_before = 0;
  size_t steps = 0;
};

struct Explored {
  FeatureTable features;
  size_t run_count = 0;
  std::optional<Counterexample> counterexample;
};

// Program number `index`. Wants a large stack (script/native_stack.h).
Explored Explore(const Property& property, const GeneratorOptions& options, uint64_t index);

// The program itself, as a scenario file.
std::string ExploredScenario(const Property& property, const GeneratorOptions& options,
                             uint64_t index);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_EXPLORATION_H_
