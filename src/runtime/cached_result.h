// The result of executing a cached function once: the value and what it placed on the page.
#ifndef STREPLAY_RUNTIME_CACHED_RESULT_H_
#define STREPLAY_RUNTIME_CACHED_RESULT_H_

#include <memory>
#include <vector>

#include "runtime/pickle.h"
#include "runtime/recording.h"
#include "script/value.h"

namespace streplay {

// A resource is kept as it is and shared; data is kept pickled and copied out at every hit, and so
// are the callbacks of the recorded widgets, where the profile says so or the result goes to disk.
struct CachedResult {
  script::Value resource;  // of a resource function; else empty
  PickledPtr data;         // of a data function; else null
  KeptRecording recording;
  std::vector<PickledPtr> callbacks;  // one a message, null for none; or none at all
  bool is_for_memory = false;         // has a callback that pickle cannot store: not for the disk
};

using CachedResultPtr = std::shared_ptr<const CachedResult>;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CACHED_RESULT_H_
