// Arithmetic on 64-bit integers as CPython's int has it; a result that does not fit is the limit on
// integers, never a wrong number.
#ifndef STREPLAY_SCRIPT_INTEGER_ARITHMETIC_H_
#define STREPLAY_SCRIPT_INTEGER_ARITHMETIC_H_

#include <cstdint>

#include "script/operators.h"
#include "script/plain_result.h"

namespace streplay::script {

PlainResult<int64_t> IntFloorDivide(int64_t left, int64_t right);
PlainResult<int64_t> IntModulo(int64_t left, int64_t right);
// left / right, correctly rounded.
PlainResult<double> IntTrueDivide(int64_t left, int64_t right);
// `exponent` is not negative.
PlainResult<int64_t> IntPower(int64_t base, int64_t exponent);
// pow(base, exponent, modulus).
PlainResult<int64_t> IntPowerModulo(int64_t base, int64_t exponent, int64_t modulus);

// The operators whose result on two ints is an int: all but / (and ** with a negative exponent).
PlainResult<int64_t> IntBinary(BinaryOperator op, int64_t left, int64_t right);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_INTEGER_ARITHMETIC_H_
