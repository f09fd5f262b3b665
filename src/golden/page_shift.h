// Where the elements of one run stand in another run of the same script: an inserted or removed
// element moves those after it, and what stands in a container moves with the container. Only what
// this does not explain is a difference of path.
#ifndef STREPLAY_GOLDEN_PAGE_SHIFT_H_
#define STREPLAY_GOLDEN_PAGE_SHIFT_H_

#include <cstdint>
#include <map>
#include <vector>

#include "stream/record.h"

namespace streplay {

// A delta of the expected run and the one of the other run that it is.
struct DeltaPair {
  const DeltaRecord* expected;
  const DeltaRecord* got;
};

// How far off the place that the insertions and removals before it explain.
struct PageOffset {
  bool other_container = false;
  int64_t positions = 0;
  bool operator==(const PageOffset&) const = default;
  bool IsNone() const { return !other_container && positions == 0; }
};

class PageShift {
 public:
  PageShift(const std::vector<DeltaPair>& pairs,
            const std::vector<const DeltaRecord*>& expected_only,
            const std::vector<const DeltaRecord*>& got_only);

  PageOffset OffsetOf(const DeltaPath& expected, const DeltaPath& got) const;

 private:
  using Positions = std::map<DeltaPath, std::vector<int32_t>>;  // by container; sorted, distinct

  DeltaPath MapContainer(const DeltaPath& expected) const;

  std::map<DeltaPath, DeltaPath> containers_;  // expected to got
  Positions removed_;                          // positions that only the expected run fills
  Positions inserted_;                         // positions that only the other run fills
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_PAGE_SHIFT_H_
