// `edit`: replacing a stretch of the source.
#ifndef STREPLAY_SCENARIO_SCRIPT_EDIT_H_
#define STREPLAY_SCENARIO_SCRIPT_EDIT_H_

#include <cstddef>
#include <string_view>

#include "base/source_text.h"

namespace streplay {

struct Matches {
  size_t count = 0;  // overlapping places count each
  size_t first = 0;  // the offset of the first, when there is one
};

// Where `find`, which must not be empty, stands in `text`.
Matches FindMatches(std::string_view text, std::string_view find);

// `text` with the `length` bytes from `offset` replaced. The lines that hold a part of the
// replacement take their origins from it; the others keep theirs.
MappedText ReplaceText(const MappedText& text, size_t offset, size_t length,
                       const MappedText& replacement);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCRIPT_EDIT_H_
