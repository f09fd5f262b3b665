// A recording: what a cached function placed on the page while it ran, enough to place it again
// (Streamlit's cached messages).
#ifndef STREPLAY_RUNTIME_RECORDING_H_
#define STREPLAY_RUNTIME_RECORDING_H_

#include <memory>
#include <string_view>
#include <vector>

#include "runtime/delta_generator.h"
#include "runtime/delta_message.h"
#include "runtime/state_default.h"
#include "runtime/widget_metadata.h"

namespace streplay {

// A widget of a recording.
struct RecordedWidget {
  WidgetMetadataPtr metadata;
  DeltaMessagePtr plain;  // as it shows when session_state has set no value in the run
};

// How a message was placed.
struct RecordedPlace {
  std::string_view warns_as;  // see EnqueueOptions
  // The handle it goes to: main stands for the place of the call; kNoGenerator for a container that
  // the recording does not know (CacheReplayClosureError).
  GeneratorId called_on = kMainGenerator;
  // The handle that it returned. When the function has ended: kNoGenerator when no later message
  // goes to it.
  GeneratorId returned = kNoGenerator;
  std::shared_ptr<const RecordedWidget> widget;  // null when it is no widget
  bool ends_spinner = false;
  // What was asked for there, instead of something placed; then the message is null.
  StateDefaultPtr state_default = nullptr;

  bool operator==(const RecordedPlace&) const = default;
};

struct RecordedMessage {
  DeltaMessagePtr message;  // null: nothing was placed
  RecordedPlace place;
};

using Recording = std::vector<RecordedMessage>;

// As an entry keeps it: the entries of a cache share what they have in common
// (shared_messages.h), which is nearly always the place.
struct KeptMessage {
  DeltaMessagePtr message;
  std::shared_ptr<const RecordedPlace> place;  // never null

  bool operator==(const KeptMessage&) const = default;
};

using KeptRecording = std::vector<KeptMessage>;

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_RECORDING_H_
