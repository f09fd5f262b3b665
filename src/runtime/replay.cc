#include "runtime/replay.h"

#include <map>
#include <utility>

#include "base/check.h"
#include "runtime/enqueue.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "runtime/widget.h"

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

  bool Place(const RecordedMessage& recorded) {
    DeltaMessagePtr message = recorded.message;
    if (recorded.widget && !RegisterAgain(recorded, message)) return false;
    auto target = handles_.find(recorded.called_on);
    if (target == handles_.end()) {
      RaiseCacheReplayClosureError(run_, function_);
      return false;
    }
    bool is_block = message->kind == DeltaRecord::Kind::kBlock;
    Ref<DeltaGenerator> handle =
        is_block ? PlaceBlock(*target->second, message)
                 : EnqueueElement(run_, *target->second, message, {recorded.warns_as});
    if (!handle) return false;
    handles_[recorded.returned] = handle;
    return true;
  }

 private:
  bool ChecksAll() const { return run_.profile().replay_checks == ReplayChecks::kAll; }

  // `message` becomes the one to show: the recorded one, or one with a value set meanwhile.
  bool RegisterAgain(const RecordedMessage& recorded, DeltaMessagePtr& message) {
    const RecordedWidget& widget = *recorded.widget;
    if (ChecksAll() && !CheckReplayedWidget(recorded)) return false;
    SessionState::Registration registration = RegisterRecordedWidget(run_, recorded.widget);
    if (registration.value.empty()) return false;
    bool shows_current = run_.profile().replayed_value == ReplayedValue::kCurrent;
    if (!shows_current) return true;
    std::optional<WireValue> wire;
    if (registration.is_set_by_script) {
      wire = widget.metadata->serde->Serialize(run_, registration.value);
      if (!wire) return false;
    }
    message = widget.shown(wire);
    return true;
  }

  bool CheckReplayedWidget(const RecordedMessage& recorded) {
    auto target = handles_.find(recorded.called_on);
    if (target == handles_.end()) return true;  // a closure error follows
    return CheckFormRules(run_, *target->second, recorded.widget->metadata->command,
                          !recorded.widget->metadata->callback.empty());
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
  std::map<GeneratorId, Ref<DeltaGenerator>> handles_;  // recorded handle -> this replay's
};

}  // namespace

bool Replay(ScriptRun& run, const Recording& recording, const std::string& function) {
  Player player(run, function);
  for (const RecordedMessage& recorded : recording) {
    if (!player.Place(recorded)) return false;
  }
  return true;
}

}  // namespace streplay
