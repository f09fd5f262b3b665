// Turns offsets of a text into positions. Asked in ascending order it reads the text once, however
// long its lines are; SourceText::PositionAt starts at the line's beginning each time.
#ifndef STREPLAY_SCENARIO_POSITION_CURSOR_H_
#define STREPLAY_SCENARIO_POSITION_CURSOR_H_

#include <cstddef>

#include "base/source_text.h"

namespace streplay {

class PositionCursor {
 public:
  // `source` must outlive the cursor.
  explicit PositionCursor(const SourceText& source) : source_(source) {}

  // An offset past the end is the position after the last byte.
  Position At(size_t offset);

 private:
  const SourceText& source_;
  size_t offset_ = 0;
  Position position_ = {1, 1};
};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_POSITION_CURSOR_H_
