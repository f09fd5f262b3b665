// Makes a counterexample as small as it gets: the program that is returned still fails, and none of
// its reductions does.
#ifndef STREPLAY_EXPLORE_SHRINKER_H_
#define STREPLAY_EXPLORE_SHRINKER_H_

#include <functional>

#include "explore/program.h"

namespace streplay {

// `fails` must hold of `program`. The result depends on nothing but the two.
Program Shrink(Program program, const std::function<bool(const Program&)>& fails);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_SHRINKER_H_
