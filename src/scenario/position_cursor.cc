#include "scenario/position_cursor.h"

#include <algorithm>

namespace streplay {

Position PositionCursor::At(size_t offset) {
  const std::string& text = source_.text();
  offset = std::min(offset, text.size());
  if (offset < offset_) {
    offset_ = offset;
    return position_ = source_.PositionAt(offset);
  }
  for (; offset_ < offset; ++offset_) {
    if (text[offset_] == '\n') {
      position_ = {position_.line + 1, 1};
    } else if ((static_cast<unsigned char>(text[offset_]) & 0xC0) != 0x80) {  // starts a code point
      ++position_.column;
    }
  }
  return position_;
}

}  // namespace streplay
