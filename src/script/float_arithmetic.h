// Arithmetic on floats, and between floats and 64-bit integers, as CPython defines it: the sign of
// a modulo is the divisor's, rounding is exact with ties to even, failures raise with CPython's
// message.
#ifndef STREPLAY_SCRIPT_FLOAT_ARITHMETIC_H_
#define STREPLAY_SCRIPT_FLOAT_ARITHMETIC_H_

#include <cstdint>

#include "script/plain_result.h"

namespace streplay::script {

// For products and quotients of 64-bit integers.
__extension__ typedef __int128 WideInt;

struct FloatQuotient {
  double quotient = 0;  // whole
  double remainder = 0;
};

PlainResult<double> FloatDivide(double left, double right);
PlainResult<double> FloatFloorDivide(double left, double right);
PlainResult<double> FloatModulo(double left, double right);
PlainResult<FloatQuotient> FloatDivMod(double left, double right);
// left ** right; a complex result is refused (kLimit).
PlainResult<double> FloatPower(double left, double right);

// int(x), and round(x) with one argument.
PlainResult<int64_t> TruncateFloat(double value);
PlainResult<int64_t> RoundFloatToInt(double value);
PlainResult<int64_t> FloorFloat(double value);
PlainResult<int64_t> CeilFloat(double value);

// round(x, digits).
PlainResult<double> RoundFloat(double value, int64_t digits);
PlainResult<int64_t> RoundInt(int64_t value, int64_t digits);

// numerator / denominator of integers, rounded once; each below 2**67 in magnitude.
double DivideIntegers(WideInt numerator, WideInt denominator);

// hash(): equal numbers have equal hashes, whatever their type. (CPython hashes a nan by its
// address; here it is 0.)
int64_t HashInt(int64_t value);
int64_t HashFloat(double value);

enum class NumberOrder { kLess, kEqual, kGreater, kUnordered };

// Exact: the integer is never rounded.
NumberOrder CompareIntWithFloat(int64_t left, double right);

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_FLOAT_ARITHMETIC_H_
