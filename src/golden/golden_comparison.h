// What a golden says about the stream of a run.
#ifndef STREPLAY_GOLDEN_GOLDEN_COMPARISON_H_
#define STREPLAY_GOLDEN_GOLDEN_COMPARISON_H_

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "golden/difference.h"
#include "golden/golden_store.h"
#include "golden/golden_verdict.h"
#include "stream/element_stream.h"

namespace streplay {

struct GoldenComparison {
  GoldenState state = GoldenState::kMissing;
  std::vector<Difference> differences;  // with kDifferent; never empty then
  Diagnostics diagnostics;              // with kUnreadable; never empty then
};

// `stream_text` is the canonical text of `stream`; `shown_path` names the golden in diagnostics.
GoldenComparison CompareWithGolden(const GoldenFile& golden, const std::string& shown_path,
                                   const ElementStream& stream, const std::string& stream_text);

// The line of the golden that the difference speaks of; 0 when it has none.
int GoldenLineOf(const Difference& difference);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_GOLDEN_COMPARISON_H_
