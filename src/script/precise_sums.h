// Sums of floats that are rounded once: what math.fsum, math.hypot and math.dist promise.
#ifndef STREPLAY_SCRIPT_PRECISE_SUMS_H_
#define STREPLAY_SCRIPT_PRECISE_SUMS_H_

#include <vector>

#include "script/plain_result.h"

namespace streplay::script {

// The exact sum, rounded to the nearest float, ties to even.
PlainResult<double> ExactSum(const std::vector<double>& values);

// The square root of the sum of squares, without overflow on the way.
double EuclideanNorm(const std::vector<double>& values);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_PRECISE_SUMS_H_
