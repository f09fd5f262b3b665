// A cursor: the position of a container's next element (running), or of one element (locked).
#ifndef STREPLAY_RUNTIME_CURSOR_H_
#define STREPLAY_RUNTIME_CURSOR_H_

#include <memory>
#include <optional>

#include "registry/ids.h"
#include "stream/delta_path.h"

namespace streplay {

struct Cursor {
  DeltaPath parent;   // the container's path, the root included
  int32_t index = 0;  // within the container
  bool is_locked = false;
  // Of a locked one: the chart that stands there was made without data, by this command.
  std::optional<CommandId> chart_without_rows = {};

  DeltaPath path() const {
    DeltaPath whole = parent;
    whole.push_back(index);
    return whole;
  }
};

// Shared by everything that writes to the same container in one run.
using CursorPtr = std::shared_ptr<Cursor>;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CURSOR_H_
