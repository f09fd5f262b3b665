// The differences of two aligned runs of two streams.
#ifndef STREPLAY_GOLDEN_RUN_DIFF_H_
#define STREPLAY_GOLDEN_RUN_DIFF_H_

#include <map>
#include <string>
#include <vector>

#include "golden/comparison.h"
#include "golden/difference.h"
#include "golden/run_slices.h"
#include "stream/element_stream.h"

namespace streplay {

// Widget ids of the one stream and the other, which need only agree up to renaming.
class WidgetRenaming {
 public:
  // False when either id already stands for another one.
  bool Agree(const std::string& expected, const std::string& got) {
    const std::string& known_got = to_got_.emplace(expected, got).first->second;
    const std::string& known_expected = to_expected_.emplace(got, expected).first->second;
    return known_got == got && known_expected == expected;
  }

 private:
  std::map<std::string, std::string> to_got_;
  std::map<std::string, std::string> to_expected_;
};

// What both sides share over all their runs. The streams outlive it.
struct StreamPair {
  const ElementStream& expected;
  const ElementStream& got;
  const Comparison& comparison;
  RecordKeys keys;
  WidgetRenaming renaming;
};

void DiffRuns(StreamPair& streams, const RunSlice& expected, const RunSlice& got,
              std::vector<Difference>& differences);

// `record`, of run `run`, as one that only one side has; its index in that side's stream.
Difference LoneRecord(Difference::Kind kind, const Record& record, size_t index, int run);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_RUN_DIFF_H_
