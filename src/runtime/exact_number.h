// Numbers that no script and no stream can tell apart: 0.0 and -0.0 are two, a NaN is itself.
#ifndef STREPLAY_RUNTIME_EXACT_NUMBER_H_
#define STREPLAY_RUNTIME_EXACT_NUMBER_H_

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace streplay {

inline bool AreExactly(double a, double b) {
  return std::bit_cast<uint64_t>(a) == std::bit_cast<uint64_t>(b);
}

inline bool AreExactly(const std::vector<double>& a, const std::vector<double>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](double x, double y) { return AreExactly(x, y); });
}

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_EXACT_NUMBER_H_
