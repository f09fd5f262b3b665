#include "runtime/replay.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"
#include "runtime/enqueue.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/widget.h"
#include "script/exception_object.h"

namespace streplay {
namespace {

using script::Ref;

class Player {
 public:
  Player(ScriptRun& run, const std::string& function)
      : run_(run),
        function_(function),
        outer_function_(std::exchange(run.replaying(), function)),
        handles_{{kMainGenerator, Ref<DeltaGenerator>(&run.server().main())},
                 {kSidebarGenerator, Ref<DeltaGenerator>(&run.server().sidebar())}} {}
  ~Player() { run_.replaying() = outer_function_; }
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  bool Place(const KeptMessage& recorded) {
    const RecordedPlace& place = *recorded.place;
    if (place.state_default) return NoteStateDefaultAgain(run_, place.state_default);
    DeltaMessagePtr message = recorded.message;
    if (place.widget && !RegisterAgain(place, message)) return false;
    const Handle* target = Find(place.called_on);
    if (target == nullptr) {
      RaiseCacheReplayClosureError(run_, function_);
      return false;
    }
    DeltaGenerator& container = *target->handle;
    const EnqueueOptions options{place.warns_as, place.ends_spinner};
    const bool is_block = message->kind == DeltaRecord::Kind::kBlock;
    if (!is_block && place.returned == kNoGenerator) {
      return PutElement(run_, container, message, options) != kNoGenerator;
    }
    Ref<DeltaGenerator> handle = is_block ? PlaceBlock(container, message)
                                          : EnqueueElement(run_, container, message, options);
    if (!handle) return false;
    if (place.returned != kNoGenerator) handles_.push_back({place.returned, std::move(handle)});
    return true;
  }

  // What is refused half-way ends as an exception ends the function, where a replay is checked as
  // an execution is: the spinners that have started are ended. `rest` is what would have come.
  void EndSpinners(std::span<const KeptMessage> rest) {
    if (!ChecksAll()) return;
    script::Interpreter& interpreter = run_.interpreter();
    script::Ref<script::ExceptionObject> exception = interpreter.TakeException();
    if (interpreter.failed()) return;  // a limit
    for (const KeptMessage& recorded : rest) {
      const RecordedPlace& place = *recorded.place;
      bool has_started = place.ends_spinner && Find(place.called_on) != nullptr;
      if (has_started && !Place(recorded)) return;
    }
    interpreter.RaiseObject(script::Value(exception));
  }

 private:
  // A recorded handle and its counterpart in this replay.
  struct Handle {
    GeneratorId recorded;
    Ref<DeltaGenerator> handle;
  };

  // Null when the replay made no such handle.
  const Handle* Find(GeneratorId recorded) const {
    auto found =
        std::lower_bound(handles_.begin(), handles_.end(), recorded,
                         [](const Handle& handle, GeneratorId id) { return handle.recorded < id; });
    bool is_there = found != handles_.end() && found->recorded == recorded;
    return is_there ? &*found : nullptr;
  }

  bool ChecksAll() const { return run_.profile().replay_checks == ReplayChecks::kAll; }

  // `message` becomes the one to show: the recorded one, or one with a value set meanwhile.
  bool RegisterAgain(const RecordedPlace& place, DeltaMessagePtr& message) {
    const RecordedWidget& widget = *place.widget;
    if (ChecksAll() && !CheckReplayedWidget(place)) return false;
    SessionState::Registration registration = RegisterRecordedWidget(run_, place.widget);
    if (registration.value.empty()) return false;
    bool shows_current = run_.profile().replayed_value == ReplayedValue::kCurrent;
    if (!shows_current) return true;
    message = widget.plain;
    if (!registration.is_set_by_script) return true;
    std::optional<WireValue> wire = widget.metadata->serde->Serialize(run_, registration.value);
    if (wire) message = WithValue(*widget.plain, *wire);
    return wire.has_value();
  }

  bool CheckReplayedWidget(const RecordedPlace& place) {
    const Handle* target = Find(place.called_on);
    if (target == nullptr) return true;  // a closure error follows
    return CheckFormRules(run_, *target->handle, place.widget->metadata->command,
                          !place.widget->metadata->callback.empty());
  }

  Ref<DeltaGenerator> PlaceBlock(DeltaGenerator& target, const DeltaMessagePtr& message) {
    bool is_form = message->block_type == BlockType::kForm;
    if (is_form && ChecksAll() && !CheckNewForm(run_, target, message->form_id)) return {};
    Ref<DeltaGenerator> handle = EnqueueBlock(run_, target, message);
    if (handle && is_form && ChecksAll()) handle->set_form_id(message->form_id);
    return handle;
  }

  ScriptRun& run_;
  const std::string& function_;
  std::string outer_function_;
  std::vector<Handle> handles_;  // ordered by id: handles are numbered in order of age
};

}  // namespace

void FetchAhead(const KeptRecording& recording) {
  constexpr size_t kLine = 64;
  for (const KeptMessage& recorded : recording) {
    const auto* message = reinterpret_cast<const std::byte*>(recorded.message.get());
    for (size_t offset = 0; offset < sizeof(DeltaMessage); offset += kLine) {
      __builtin_prefetch(message + offset);
    }
  }
}

bool Replay(ScriptRun& run, const KeptRecording& recording, const std::string& function) {
  Player player(run, function);
  for (auto recorded = recording.begin(); recorded != recording.end(); ++recorded) {
    if (player.Place(*recorded)) continue;
    player.EndSpinners({recorded + 1, recording.end()});
    return false;
  }
  return true;
}

}  // namespace streplay
