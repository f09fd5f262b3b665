// Comparing what a scenario expects with what its last run did.
#ifndef STREPLAY_RUNTIME_EXPECTATION_CHECK_H_
#define STREPLAY_RUNTIME_EXPECTATION_CHECK_H_

#include "runtime/simulation.h"
#include "scenario/expectation.h"

namespace streplay {

// Appends a failure for every part of the expectation that does not hold of the last run of
// `outcome`; an error at `step_range` when there was none. An expectation of another profile than
// the stream's holds.
void CheckExpectation(const Expectation& expectation, const SourceRange& step_range,
                      Outcome& outcome);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_EXPECTATION_CHECK_H_
