// The structural diff of two element streams.
#ifndef STREPLAY_GOLDEN_STREAM_DIFF_H_
#define STREPLAY_GOLDEN_STREAM_DIFF_H_

#include <vector>

#include "golden/comparison.h"
#include "golden/difference.h"
#include "stream/element_stream.h"

namespace streplay {

// Empty when the streams are equal under `comparison`. In the order of the streams. Runs are
// aligned with runs and records with records, so that an inserted element is one difference,
// whatever it moves; a missing or extra run or container is one difference with all that is in it.
std::vector<Difference> DiffStreams(const ElementStream& expected, const ElementStream& got,
                                    const Comparison& comparison);

}  // namespace streplay

#endif  // STREPLAY_GOLDEN_STREAM_DIFF_H_
