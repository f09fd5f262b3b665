// The steps of a program, made while it runs: what a person can touch next is what the page shows.
#ifndef STREPLAY_EXPLORE_STEP_GRAMMAR_H_
#define STREPLAY_EXPLORE_STEP_GRAMMAR_H_

#include <cstddef>
#include <vector>

#include "explore/grammar_state.h"
#include "runtime/profile.h"
#include "scenario/scenario.h"
#include "scenario/step.h"

namespace streplay {

// `scenario` is the program with one run as its steps; the steps begin with that run.
std::vector<Step> NewSteps(GrammarState& state, const Scenario& scenario, const Profile& profile,
                           size_t count);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_STEP_GRAMMAR_H_
