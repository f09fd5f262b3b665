// What a person sees after a run, as text: one line an element, indented by the containers around
// it, with the values that the widgets show. Placeholders that draw nothing are left out, and so is
// what no person sees: paths, ids, what came from a cache.
#ifndef STREPLAY_EXPLORE_PAGE_TEXT_H_
#define STREPLAY_EXPLORE_PAGE_TEXT_H_

#include <string>
#include <vector>

#include "runtime/simulation.h"

namespace streplay {

// The last line is the run's status. `run` is one of the outcome's.
std::vector<std::string> PageText(const Outcome& outcome, const RunOutcome& run);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_PAGE_TEXT_H_
