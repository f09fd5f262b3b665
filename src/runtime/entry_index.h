// How a cache finds the entry for a call once its arguments agree: by the values of the widgets
// that the function meets (decision point `entry_lookup`, specs/profiles.yaml).
#ifndef STREPLAY_RUNTIME_ENTRY_INDEX_H_
#define STREPLAY_RUNTIME_ENTRY_INDEX_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/cached_result.h"
#include "runtime/call_evidence.h"
#include "runtime/recorder.h"
#include "stream/record.h"

namespace streplay {

class DiskCache;
class ScriptRun;

class EntryIndex {
 public:
  struct Found {
    CachedResultPtr result;                 // null: a miss
    MissReason reason = MissReason::kNone;  // of a miss
  };

  struct Options {
    double ttl_microseconds = 0;    // infinity: none
    double max_entries = 0;         // infinity: none; at least 1
    bool counts_arguments = false;  // what both mean: argument keys, or combinations
    DiskCache* disk = nullptr;      // where entries are kept as well; null: nowhere
    std::string disk_prefix;        // what tells this cache's entries from others on the disk
    std::string function_key;       // how a witness knows the cache
  };

  virtual ~EntryIndex() = default;

  // The entry for these arguments and the widget values of the run's session. Nothing when a
  // completion is pending. `evidence`, when there is one, is told how it was looked for and which
  // entries there are.
  virtual std::optional<Found> Find(ScriptRun& run, const std::string& argument_key,
                                    LookupEvidence* evidence) = 0;

  // The argument keys for which there are entries that have not expired.
  virtual std::vector<std::string> LiveArguments(ScriptRun& run) const = 0;

  // Stores the result of an execution that met these widgets. The number of entries that had to go
  // for it; nothing when a completion is pending.
  virtual std::optional<size_t> Store(ScriptRun& run, const std::string& argument_key,
                                      CachedResultPtr result,
                                      const std::vector<MetWidget>& widgets_met) = 0;

  // Forgets the entry that was found last, if it is still there.
  virtual void Discard() = 0;

  // Forgets all entries in memory, and of those the ones on the disk.
  virtual void Clear() = 0;
};

// `documented`: a decision tree for each argument key, every combination an entry of its own.
std::unique_ptr<EntryIndex> MakeDecisionTreeIndex(EntryIndex::Options options);

// `streamlit-1.18`: an entry for each argument key (counts_arguments is not asked), in it one hash
// over the widgets known for it.
// `keeps_widgets` false: widgets are no inputs (the cache's experimental_allow_widgets is off).
std::unique_ptr<EntryIndex> MakeKnownWidgetsIndex(EntryIndex::Options options, bool keeps_widgets);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_ENTRY_INDEX_H_
