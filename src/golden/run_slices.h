// A stream cut into its runs, and the keys under which runs and their records are aligned.
#ifndef STREPLAY_GOLDEN_RUN_SLICES_H_
#define STREPLAY_GOLDEN_RUN_SLICES_H_

#include <vector>

#include "golden/comparison.h"
#include "golden/sequence_alignment.h"
#include "stream/element_stream.h"

namespace streplay {

// The records of one run from its `run` record to the next one's. What a cache did before the first
// run makes a slice of its own, with run 0.
struct RunSlice {
  int run = 0;
  std::vector<size_t> records;  // indices of those that count in the comparison
};

std::vector<RunSlice> CutIntoRuns(const ElementStream& stream, const Comparison& comparison);

// The keys of both streams' records, by their index in the stream, from the strictest likeness to
// the loosest: all that counts but the path; type and path; type.
class RecordKeys {
 public:
  RecordKeys(const ElementStream& expected, const ElementStream& got, const Comparison& comparison);

  // The levels for the records of two slices.
  std::vector<KeyLevel> Levels(const RunSlice& expected, const RunSlice& got) const;

  // The levels for whole runs: what is in them; their session and cause; that they are runs.
  std::vector<KeyLevel> RunLevels(const std::vector<RunSlice>& expected,
                                  const std::vector<RunSlice>& got) const;

 private:
  struct OfRecord {
    int content = 0;
    int type_and_path = 0;
    int type = 0;
  };

  static KeyLevel Pick(int OfRecord::*key, const std::vector<OfRecord>& expected_keys,
                       const RunSlice& expected, const std::vector<OfRecord>& got_keys,
                       const RunSlice& got);

  std::vector<OfRecord> expected_;
  std::vector<OfRecord> got_;
};

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_RUN_SLICES_H_
