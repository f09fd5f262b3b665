// The witness of cached calls: collects their evidence (call_evidence.h) while a scenario runs. It
// only listens: with one or without, a scenario runs the same.
//
// The runtime tells it what happens; nobody does when there is none (Machine::witness is null).
// Beside the calls it remembers what caches do not: what a key's values look like, and where
// entries went that are not there any more. It lives as long as the machine, over restarts.
#ifndef STREPLAY_RUNTIME_CALL_WITNESS_H_
#define STREPLAY_RUNTIME_CALL_WITNESS_H_

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "runtime/call_evidence.h"
#include "runtime/virtual_clock.h"
#include "runtime/widget_metadata.h"

namespace streplay {

class CallWitness {
 public:
  // The clock must outlive it.
  explicit CallWitness(const VirtualClock& clock) : clock_(clock) {}

  // --- Where the scenario is.
  void OnStep(size_t step_index) { step_index_ = step_index; }
  void OnRunStarted(int run) { run_ = run; }
  void OnRunFinished() { run_ = 0; }
  Moment Now() const;
  // A time of the clock, counted from the scenario's beginning.
  static int64_t SinceStart(double clock_microseconds);

  // --- Calls, the outer ones first. The evidence stays where it is until TakeCalls.
  CallEvidence& Open();
  void Close() { --depth_; }
  std::vector<CallEvidence> TakeCalls();

  // --- What keys stand for.
  void NameWidget(const WidgetMetadata& metadata);
  WidgetEvidence WidgetNamed(const std::string& id) const;
  void NameValue(const std::string& value_key, std::string text);
  std::string ValueNamed(const std::string& value_key) const;
  void NameArguments(const std::string& argument_key, std::vector<ArgumentEvidence> arguments);
  const std::vector<ArgumentEvidence>& ArgumentsNamed(const std::string& argument_key) const;

  // --- What became of entries. A function is named by its key (cached_function.h), an entry by its
  // key in the table of entries.
  void OnStored(const std::string& function_key, const std::string& argument_key,
                const std::string& table_key, bool is_on_disk);
  void OnLost(const std::string& function_key, const std::vector<std::string>& table_keys,
              EntryLoss::Cause cause);
  // All entries of the function.
  void OnAllLost(const std::string& function_key, EntryLoss::Cause cause,
                 const std::vector<std::string>& options = {});
  // All entries of all functions but those on the disk.
  void OnRestart();

  // What became of the entry that was under this key, or, when `table_key` is empty, of the one
  // stored last for these arguments; asked when there is none. Nothing when no call ever stored
  // one. An entry of a function of the same name and module, but another source, counts.
  std::optional<EntryLoss> FindLoss(const std::string& function_key,
                                    const std::string& argument_key,
                                    const std::string& table_key) const;

 private:
  struct StoredEntry {
    std::string argument_key;
    size_t order = 0;  // of storing
    bool is_on_disk = false;
    std::optional<EntryLoss> loss;
  };
  using StoredEntries = std::map<std::string, StoredEntry>;  // by table key

  static const StoredEntry* FindLast(const StoredEntries& entries, const std::string& argument_key);
  std::optional<EntryLoss> FindLossBySource(const std::string& function_key,
                                            const std::string& argument_key) const;

  const VirtualClock& clock_;
  size_t step_index_ = 0;
  int run_ = 0;
  size_t depth_ = 0;
  size_t stored_count_ = 0;
  std::deque<CallEvidence> calls_;
  std::map<std::string, WidgetEvidence> widgets_;  // by id
  std::map<std::string, std::string> values_;
  std::map<std::string, std::vector<ArgumentEvidence>> arguments_;
  std::map<std::string, StoredEntries> stored_;  // by function key
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CALL_WITNESS_H_
