// Every element is appended to the recording of every running function. What differs by profile is
// where a recording says it goes (PlaceFor) and which widgets are kept at all (IsKeptFor).
#include "runtime/recorder.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "base/check.h"
#include "registry/delta.h"

namespace streplay {
namespace {

// The order in which Streamlit asks the two families.
constexpr std::array kFamilies = {CacheFamily::kData, CacheFamily::kResource};

bool LooksLikeWidget(const DeltaMessage& message) {
  return message.kind == DeltaRecord::Kind::kElement && GetDelta(message.delta_type).has_id;
}

// Only what is written to needs a handle when it is replayed.
void ForgetUnusedHandles(Recording& recording) {
  std::unordered_set<GeneratorId> places;
  for (auto message = recording.rbegin(); message != recording.rend(); ++message) {
    RecordedPlace& place = message->place;
    if (!places.contains(place.returned)) place.returned = kNoGenerator;
    places.insert(place.called_on);
  }
}

}  // namespace

RunningFunction Recorder::Leave() {
  STREPLAY_CHECK(!running_.empty());
  RunningFunction function = std::move(running_.back());
  running_.pop_back();
  ForgetUnusedHandles(function.recording);
  return function;
}

const RunningFunction* Recorder::Innermost(CacheFamily family) const {
  auto found = std::find_if(running_.rbegin(), running_.rend(),
                            [family](const auto& function) { return function.family == family; });
  return found == running_.rend() ? nullptr : &*found;
}

bool Recorder::FamilyAllowsWidgets(CacheFamily family) const {
  return std::any_of(running_.begin(), running_.end(), [family](const auto& function) {
    return function.family == family && function.allows_widgets;
  });
}

std::vector<const RunningFunction*> Recorder::FunctionsForbiddingWidgets() const {
  std::vector<const RunningFunction*> forbidding;
  if (profile_.widget_permission == WidgetPermission::kAllEnclosing) {
    auto innermost = std::find_if(running_.rbegin(), running_.rend(),
                                  [](const auto& function) { return !function.allows_widgets; });
    if (innermost != running_.rend()) forbidding.push_back(&*innermost);
    return forbidding;
  }
  for (CacheFamily family : kFamilies) {
    const RunningFunction* innermost = Innermost(family);
    if (innermost != nullptr && !FamilyAllowsWidgets(family)) forbidding.push_back(innermost);
  }
  return forbidding;
}

void Recorder::NoteWidgetMet(const WidgetMetadataPtr& metadata, const std::string& value_key) {
  for (RunningFunction& function : running_) {
    function.widgets_met.push_back({metadata, value_key});
  }
}

void Recorder::NoteStateDefault(const StateDefaultPtr& state_default,
                                const std::string& value_key) {
  for (RunningFunction& function : running_) {
    function.widgets_met.push_back({nullptr, value_key, state_default});
    function.recording.emplace_back().place.state_default = state_default;
  }
}

// Streamlit 1.18.1: the container that received the element counts only when the innermost running
// function of the family made it; else the element goes where it was invoked.
GeneratorId Recorder::PlaceOfFamily(CacheFamily family, const Placement& placement) const {
  const RunningFunction* innermost = Innermost(family);
  bool is_known = innermost != nullptr && innermost->made.contains(placement.used);
  return is_known ? placement.used : placement.invoked;
}

// The documentation: a container that the function made, the sidebar, or the place of the call.
GeneratorId Recorder::PlaceFor(const RunningFunction& function, const Placement& placement) const {
  if (profile_.replay_place == ReplayPlace::kInvoked) {
    GeneratorId place = PlaceOfFamily(function.family, placement);
    bool is_known = place <= kSidebarGenerator || function.made.contains(place);
    return is_known ? place : kNoGenerator;
  }
  if (function.made.contains(placement.used)) return placement.used;
  if (placement.invoked == kSidebarGenerator) return kSidebarGenerator;
  if (placement.invoked != kMainGenerator) return kNoGenerator;
  if (placement.with_depth == function.with_depth) return kMainGenerator;
  return placement.used == kSidebarGenerator ? kSidebarGenerator : kNoGenerator;
}

bool Recorder::IsKeptFor(const RunningFunction& function, bool is_widget) const {
  if (!is_widget || profile_.forbidden_widget == ForbiddenWidget::kIgnore) return true;
  return FamilyAllowsWidgets(function.family);
}

bool Recorder::Record(const DeltaMessagePtr& message, std::string_view warns_as,
                      const Placement& placement, bool ends_spinner) {
  std::shared_ptr<const RecordedWidget> widget;
  if (LooksLikeWidget(*message)) widget = pending_widget_;
  bool is_lost = LooksLikeWidget(*message) && widget == nullptr && is_running();
  if (is_lost && profile_.data_frame == DataFrame::kCrash) return false;
  for (RunningFunction& function : running_) {
    if (!IsKeptFor(function, widget != nullptr)) continue;
    function.recording.push_back(
        {message,
         {warns_as, PlaceFor(function, placement), placement.returned, widget, ends_spinner}});
  }
  // Blocks leave a pending widget alone, as Streamlit does.
  if (message->kind == DeltaRecord::Kind::kElement) pending_widget_ = nullptr;
  for (RunningFunction& function : running_) function.made.insert(placement.returned);
  return true;
}

}  // namespace streplay
