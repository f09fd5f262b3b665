// Which scenarios show which rule.
#ifndef STREPLAY_SCENARIO_COVERAGE_H_
#define STREPLAY_SCENARIO_COVERAGE_H_

#include <cstddef>
#include <vector>

#include "scenario/rules.h"
#include "scenario/scenario.h"

namespace streplay {

// Scenarios by their index, ascending.
struct Coverage {
  std::vector<std::vector<size_t>> by_rule;  // one a rule: the scenarios that cover it
  std::vector<size_t> without_rule;          // scenarios that cover none
};

// What a scenario covers must be among `rules`; the loader has seen to it.
Coverage CoverRules(const std::vector<Rule>& rules, const std::vector<Scenario>& scenarios);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_COVERAGE_H_
