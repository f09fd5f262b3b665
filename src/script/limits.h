// What a run may use. Exceeding one (but call_depth, which raises RecursionError as in CPython)
// ends the run with CompletionKind::kLimit and a message that names the limit; the script cannot
// catch it.
#ifndef STREPLAY_SCRIPT_LIMITS_H_
#define STREPLAY_SCRIPT_LIMITS_H_

#include <cstddef>
#include <cstdint>

namespace streplay::script {

struct Limits {
  int64_t steps = 5'000'000;                // evaluation steps a run
  int call_depth = 1000;                    // nested calls, as sys.getrecursionlimit()
  int64_t container_items = 1'000'000;      // items in a container, characters in a string
  size_t memory_bytes = size_t{128} << 20;  // live bytes of the heap
  size_t printed_bytes = size_t{1} << 20;   // bytes printed a run
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LIMITS_H_
