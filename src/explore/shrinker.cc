// Passes over all reductions until one pass finds nothing. After a success the same number is tried
// again: it now means the next reduction of its kind.
#include "explore/shrinker.h"

#include <utility>

#include "explore/reduction.h"

namespace streplay {

Program Shrink(Program program, const std::function<bool(const Program&)>& fails) {
  for (bool has_shrunk = true; has_shrunk;) {
    has_shrunk = false;
    for (size_t index = 0;;) {
      Program smaller = program;
      if (!Reduce(smaller, index)) break;
      if (fails(smaller)) {
        program = std::move(smaller);
        has_shrunk = true;
      } else {
        ++index;
      }
    }
  }
  return program;
}

}  // namespace streplay
