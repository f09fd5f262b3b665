// The entries of one cache mostly show the same elements, but for a few. What is the same is kept
// once: an entry of a small page then takes less than 1 KiB instead of 5, and many entries stay in
// the processor's caches, so that a hit costs the same among them as among few.
#ifndef STREPLAY_RUNTIME_SHARED_MESSAGES_H_
#define STREPLAY_RUNTIME_SHARED_MESSAGES_H_

#include "runtime/recording.h"

namespace streplay {

// `recording`, holding the messages and widgets of `known` that are the same at the same place.
// Nothing but their addresses tells those from its own.
KeptRecording ShareMessages(const KeptRecording& known, Recording recording);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_SHARED_MESSAGES_H_
