// The ways to make a program a little smaller, numbered.
#ifndef STREPLAY_EXPLORE_REDUCTION_H_
#define STREPLAY_EXPLORE_REDUCTION_H_

#include <cstddef>

#include "explore/program.h"

namespace streplay {

// Does reduction number `index` to the program; false when there are no more than that. Larger
// reductions have lower numbers: dropping steps and statements, unwrapping blocks, dropping
// parameters and arguments, simpler values.
bool Reduce(Program& program, size_t index);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_REDUCTION_H_
