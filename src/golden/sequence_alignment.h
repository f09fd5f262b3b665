// Aligns two sequences that mostly agree: which items of the one are which of the other.
#ifndef STREPLAY_GOLDEN_SEQUENCE_ALIGNMENT_H_
#define STREPLAY_GOLDEN_SEQUENCE_ALIGNMENT_H_

#include <cstddef>
#include <vector>

namespace streplay {

using Keys = std::vector<int>;  // items with equal keys are equal

struct AlignedPair {
  size_t first = 0;
  size_t second = 0;
  bool operator==(const AlignedPair&) const = default;
};

// A level of likeness: the keys of both sequences under it.
struct KeyLevel {
  Keys first;
  Keys second;
};

// Pairs of items, increasing on both sides. Items that are alike at the first level are aligned
// first; each next level, a looser likeness, then aligns what lies between. All `first` of the
// levels have one length, and so have all `second`. Takes time linear in the lengths but for
// logarithms, as long as the sequences differ in few places; where they differ in many, the result
// is still an alignment, but maybe not the longest.
// `steps`, when it is there, is raised by the number of comparisons and table look-ups that it
// took.
std::vector<AlignedPair> Align(const std::vector<KeyLevel>& levels, size_t* steps = nullptr);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_SEQUENCE_ALIGNMENT_H_
