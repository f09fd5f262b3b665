#include "runtime/call_witness.h"

#include <iterator>
#include <string_view>
#include <utility>

namespace streplay {
namespace {

// Module and qualified name: a function key without the source behind them.
std::string_view NameOfFunction(std::string_view function_key) {
  return function_key.substr(0, function_key.find('\n', function_key.find('\n') + 1));
}

}  // namespace

Moment CallWitness::Now() const {
  return {step_index_, run_, clock_.now() - VirtualClock::kStartMicroseconds};
}

int64_t CallWitness::SinceStart(double clock_microseconds) {
  return static_cast<int64_t>(clock_microseconds) - VirtualClock::kStartMicroseconds;
}

CallEvidence& CallWitness::Open() {
  CallEvidence& call = calls_.emplace_back();
  call.run = run_;
  call.depth = depth_++;
  call.now = Now().microseconds;
  return call;
}

std::vector<CallEvidence> CallWitness::TakeCalls() {
  return {std::make_move_iterator(calls_.begin()), std::make_move_iterator(calls_.end())};
}

void CallWitness::NameWidget(const WidgetMetadata& metadata) {
  widgets_[metadata.id] = {metadata.id, std::string(GetCommand(metadata.command).name),
                           metadata.label, metadata.user_key};
}

WidgetEvidence CallWitness::WidgetNamed(const std::string& id) const {
  auto found = widgets_.find(id);
  return found == widgets_.end() ? WidgetEvidence{id, {}, {}, {}} : found->second;
}

void CallWitness::NameValue(const std::string& value_key, std::string text) {
  values_[value_key] = std::move(text);
}

std::string CallWitness::ValueNamed(const std::string& value_key) const {
  auto found = values_.find(value_key);
  return found == values_.end() ? std::string() : found->second;
}

void CallWitness::NameArguments(const std::string& argument_key,
                                std::vector<ArgumentEvidence> arguments) {
  arguments_[argument_key] = std::move(arguments);
}

const std::vector<ArgumentEvidence>& CallWitness::ArgumentsNamed(
    const std::string& argument_key) const {
  static const std::vector<ArgumentEvidence> kNone;
  auto found = arguments_.find(argument_key);
  return found == arguments_.end() ? kNone : found->second;
}

void CallWitness::OnStored(const std::string& function_key, const std::string& argument_key,
                           const std::string& table_key, bool is_on_disk) {
  stored_[function_key][table_key] = {argument_key, ++stored_count_, is_on_disk, std::nullopt};
}

void CallWitness::OnLost(const std::string& function_key,
                         const std::vector<std::string>& table_keys, EntryLoss::Cause cause) {
  for (const std::string& table_key : table_keys) {
    auto found = stored_[function_key].find(table_key);
    if (found != stored_[function_key].end()) found->second.loss = EntryLoss{cause, Now(), {}};
  }
}

void CallWitness::OnAllLost(const std::string& function_key, EntryLoss::Cause cause,
                            const std::vector<std::string>& options) {
  for (auto& [table_key, entry] : stored_[function_key]) {
    if (!entry.loss) entry.loss = EntryLoss{cause, Now(), options};
  }
}

void CallWitness::OnRestart() {
  for (auto& [function_key, entries] : stored_) {
    for (auto& [table_key, entry] : entries) {
      if (entry.loss || entry.is_on_disk) continue;
      entry.loss = EntryLoss{EntryLoss::Cause::kRestarted, Now(), {}};
    }
  }
}

const CallWitness::StoredEntry* CallWitness::FindLast(const StoredEntries& entries,
                                                      const std::string& argument_key) {
  const StoredEntry* last = nullptr;
  for (const auto& [table_key, entry] : entries) {
    bool is_later = last == nullptr || entry.order > last->order;
    if (entry.argument_key == argument_key && is_later) last = &entry;
  }
  return last;
}

std::optional<EntryLoss> CallWitness::FindLossBySource(const std::string& function_key,
                                                       const std::string& argument_key) const {
  for (const auto& [other_key, entries] : stored_) {
    bool is_other_source =
        other_key != function_key && NameOfFunction(other_key) == NameOfFunction(function_key);
    if (!is_other_source) continue;
    const StoredEntry* entry = FindLast(entries, argument_key);
    if (entry != nullptr && !entry->loss) {
      return EntryLoss{EntryLoss::Cause::kSourceChanged, Now(), {}};
    }
  }
  return std::nullopt;
}

std::optional<EntryLoss> CallWitness::FindLoss(const std::string& function_key,
                                               const std::string& argument_key,
                                               const std::string& table_key) const {
  auto entries = stored_.find(function_key);
  if (entries == stored_.end()) return FindLossBySource(function_key, argument_key);
  const StoredEntry* entry = nullptr;
  if (table_key.empty()) {
    entry = FindLast(entries->second, argument_key);
  } else if (auto found = entries->second.find(table_key); found != entries->second.end()) {
    entry = &found->second;
  }
  if (entry == nullptr) {
    return table_key.empty() ? FindLossBySource(function_key, argument_key) : std::nullopt;
  }
  return entry->loss ? entry->loss : EntryLoss{EntryLoss::Cause::kStoredTooLate, Now(), {}};
}

}  // namespace streplay
