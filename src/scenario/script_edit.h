// `edit`: replacing a stretch of the source.
#ifndef STREPLAY_SCENARIO_SCRIPT_EDIT_H_
#define STREPLAY_SCENARIO_SCRIPT_EDIT_H_

#include <cstddef>
#include <string_view>

#include "base/source_text.h"

namespace streplay {

// How often `find`, which must not be empty, stands in `text`; overlapping places count each.
size_t CountMatches(std::string_view text, std::string_view find);

// `text` with the first `find`, which must be there, replaced. The lines that hold a part of the
// replacement take their origins from it; the others keep theirs.
MappedText ReplaceText(const MappedText& text, std::string_view find,
                       const MappedText& replacement);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_SCRIPT_EDIT_H_
