// Replaying a recording: a cached function's elements appear although it is not executed.
#ifndef STREPLAY_RUNTIME_REPLAY_H_
#define STREPLAY_RUNTIME_REPLAY_H_

#include <string>

#include "runtime/recording.h"

namespace streplay {

class ScriptRun;

// Places every message again, at the place of the call, in the containers that the replay itself
// makes, or in the sidebar; widgets are registered again. False when an exception is pending: a
// duplicate widget, a refused nesting, or a message for a container that the recording does not
// know (CacheReplayClosureError). What was placed before it stays.
[[nodiscard]] bool Replay(ScriptRun& run, const KeptRecording& recording,
                          const std::string& function);

// Has the processor bring the messages into its cache, all at once, while it does what comes before
// the replay: one after the other they were a tenth of a hit among 1,000,000 entries.
void FetchAhead(const KeptRecording& recording);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_REPLAY_H_
