// The functions of `math` on integers. Results that do not fit into 64 bits are kLimit.
#ifndef STREPLAY_SCRIPT_INTEGER_FUNCTIONS_H_
#define STREPLAY_SCRIPT_INTEGER_FUNCTIONS_H_

#include <cstdint>

#include "script/plain_result.h"

namespace streplay::script {

PlainResult<int64_t> Factorial(int64_t n);
PlainResult<int64_t> Combinations(int64_t n, int64_t k);
PlainResult<int64_t> Permutations(int64_t n, int64_t k);
PlainResult<int64_t> IntegerSquareRoot(int64_t n);
PlainResult<int64_t> GreatestCommonDivisor(int64_t a, int64_t b);
PlainResult<int64_t> LeastCommonMultiple(int64_t a, int64_t b);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INTEGER_FUNCTIONS_H_
