// A scenario without its caches: what transparency compares a scenario with.
#ifndef STREPLAY_EXPLORE_UNDECORATE_H_
#define STREPLAY_EXPLORE_UNDECORATE_H_

#include "scenario/scenario.h"

namespace streplay {

// The cache decorators of functions that allow widgets are gone. A function that does not allow
// them keeps its decorator, for the warnings in place of widgets are its; but its entries expire at
// once, so that every call executes it. `f.clear` of a function without its decorator does nothing.
Scenario Undecorate(const Scenario& scenario);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_UNDECORATE_H_
