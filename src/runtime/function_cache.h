// The cache of one function: its entries, its validation, and the locks of the values that are
// being computed.
#ifndef STREPLAY_RUNTIME_FUNCTION_CACHE_H_
#define STREPLAY_RUNTIME_FUNCTION_CACHE_H_

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "registry/vocabulary.h"
#include "runtime/entry_index.h"
#include "script/value.h"

namespace streplay {

class ScriptRun;

// The decorator's arguments as the script gave them.
struct CacheOptions {
  script::Value ttl;          // a number, a timedelta or None; anything else fails at the store
  script::Value max_entries;  // an int or None; anything else fails at the store
  script::Value validate;     // a callable or None
  bool is_persistent = false;
  bool allows_widgets = false;
};

class FunctionCache {
 public:
  // `options` are those of the run that creates the cache; `key` names it on the disk.
  FunctionCache(ScriptRun& run, CacheOptions options, std::string key);

  // The options in which a decoration differs so that it gets a new cache; none: it goes on with
  // this one. Nothing when a comparison failed (an exception is pending).
  std::optional<std::vector<std::string>> ChangedOptions(ScriptRun& run,
                                                         const CacheOptions& options) const;

  // The entry for a call, validated. `validate` is the decorator's now; which one is asked is the
  // profile's `validate_function`. `function` is for records. `evidence`, when there is one, is
  // told of the lookup and of what the validation said. Nothing when a completion is pending.
  std::optional<EntryIndex::Found> Read(ScriptRun& run, const std::string& argument_key,
                                        const script::Value& validate, const std::string& function,
                                        CallEvidence* evidence);

  // The argument keys for which there are entries that have not expired.
  std::vector<std::string> LiveArguments(ScriptRun& run) const {
    return index_->LiveArguments(run);
  }

  // The recording as an entry is to hold it.
  KeptRecording Keep(Recording recording) const;

  // Stores an execution's result. False when a completion is pending: a ttl or max_entries that is
  // no number, or no room for even one entry (ValueError).
  [[nodiscard]] bool Write(ScriptRun& run, const std::string& argument_key,
                           std::shared_ptr<CachedResult> result,
                           const std::vector<MetWidget>& widgets_met, const std::string& function);

  // Forgets all entries and the locks.
  void Clear();
  // While it is validated, nothing of the script may touch the cache: it would wait for ever.
  bool is_validating() const { return is_validating_; }

  // The value under this key is being computed. False when it already is, below the same call.
  [[nodiscard]] bool Lock(const std::string& argument_key) {
    return computing_.insert(argument_key).second;
  }
  void Unlock(const std::string& argument_key) { computing_.erase(argument_key); }

 private:
  bool CheckCanStore(ScriptRun& run) const;

  CacheOptions options_;
  std::unique_ptr<EntryIndex> index_;
  std::weak_ptr<const CachedResult> last_stored_;  // whose messages the next entry shares
  std::set<std::string> computing_;
  bool is_validating_ = false;
};

// Ends the run: the script waits for a lock that only itself could release.
void EndWithDeadlock(ScriptRun& run, const std::string& function);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_FUNCTION_CACHE_H_
