// Reads a golden: an element stream in the form that stream/stream_writer.h writes. White space and
// the order of keys are free, everything else is checked (specs/stream-format.md).
#ifndef STREPLAY_STREAM_STREAM_READER_H_
#define STREPLAY_STREAM_STREAM_READER_H_

#include <optional>

#include "base/diagnostic.h"
#include "stream/element_stream.h"

namespace streplay {

// Record i of the result stands on line i + 2 of `source`. Nothing when there was an error; several
// are reported. Markers that a merge left behind get one diagnostic of their own, and only that.
[[nodiscard]] std::optional<ElementStream> ReadStream(const SourceTextPtr& source,
                                                      Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_STREAM_STREAM_READER_H_
