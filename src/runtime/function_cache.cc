#include "runtime/function_cache.h"

#include <cmath>
#include <limits>
#include <utility>

#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/shared_messages.h"
#include "script/datetime_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kMicrosecondsASecond = 1e6;

// In seconds: infinity for None, nothing for what is no duration.
std::optional<double> TtlSeconds(const Value& ttl) {
  if (ttl.is_none()) return kInfinity;
  if (auto* duration = ttl.As<script::TimeDeltaObject>()) {
    return duration->duration().total_seconds();
  }
  return script::AsNumber(ttl);
}

double TtlMicroseconds(const Value& ttl) {
  double seconds = TtlSeconds(ttl).value_or(kInfinity);
  return std::isinf(seconds) ? seconds : std::round(seconds * kMicrosecondsASecond);
}

std::unique_ptr<EntryIndex> MakeIndex(ScriptRun& run, const CacheOptions& options,
                                      std::string key) {
  EntryIndex::Options index_options;
  index_options.ttl_microseconds = TtlMicroseconds(options.ttl);
  index_options.max_entries = script::AsNumber(options.max_entries).value_or(kInfinity);
  index_options.counts_arguments = run.profile().entry_unit == EntryUnit::kArguments;
  if (options.is_persistent) index_options.disk = &run.server().machine().disk;
  index_options.disk_prefix = key + "\n";
  index_options.function_key = std::move(key);
  return run.profile().entry_lookup == EntryLookup::kDecisionTree
             ? MakeDecisionTreeIndex(std::move(index_options))
             : MakeKnownWidgetsIndex(std::move(index_options), options.allows_widgets);
}

}  // namespace

void EndWithDeadlock(ScriptRun& run, const std::string& function) {
  run.interpreter().EndNow(
      static_cast<int>(Ending::kDeadlock),
      "the cached function " + function + "() waits for its own value, which never comes");
}

FunctionCache::FunctionCache(ScriptRun& run, CacheOptions options, std::string key)
    : options_(std::move(options)), index_(MakeIndex(run, options_, std::move(key))) {
}

std::optional<std::vector<std::string>> FunctionCache::ChangedOptions(
    ScriptRun& run, const CacheOptions& options) const {
  Interpreter& interpreter = run.interpreter();
  // Streamlit compares durations in seconds, and of two validate functions only whether there is
  // one.
  std::optional<double> ttl = TtlSeconds(options_.ttl);
  std::optional<double> other_ttl = TtlSeconds(options.ttl);
  bool same_ttl = ttl == other_ttl;
  if (!ttl && !other_ttl) {
    std::optional<bool> equal = script::AreEqual(interpreter, options_.ttl, options.ttl);
    if (!equal) return std::nullopt;
    same_ttl = *equal;
  }
  std::optional<bool> same_entries =
      script::AreEqual(interpreter, options_.max_entries, options.max_entries);
  if (!same_entries) return std::nullopt;
  std::vector<std::string> changed;
  if (!same_ttl) changed.emplace_back("ttl");
  if (!*same_entries) changed.emplace_back("max_entries");
  if (options_.is_persistent != options.is_persistent) changed.emplace_back("persist");
  if (options_.validate.is_none() != options.validate.is_none()) changed.emplace_back("validate");
  return changed;
}

std::optional<EntryIndex::Found> FunctionCache::Read(ScriptRun& run,
                                                     const std::string& argument_key,
                                                     const Value& validate,
                                                     const std::string& function,
                                                     CallEvidence* evidence) {
  if (is_validating_) {
    if (evidence != nullptr) evidence->answer = CallAnswer::kDeadlock;
    EndWithDeadlock(run, function);
    return std::nullopt;
  }
  std::optional<EntryIndex::Found> found =
      index_->Find(run, argument_key, evidence != nullptr ? &evidence->lookup : nullptr);
  if (!found || !found->result) return found;
  const Value& validator = run.profile().validate_function == ValidateFunction::kCurrentRun
                               ? validate
                               : options_.validate;
  if (validator.is_none()) return found;
  Interpreter& interpreter = run.interpreter();
  is_validating_ = true;
  Value verdict = interpreter.Call(validator, {found->result->resource});
  is_validating_ = false;
  if (verdict.empty()) return std::nullopt;
  std::optional<bool> is_valid = script::IsTrue(interpreter, verdict);
  if (!is_valid) return std::nullopt;
  if (evidence != nullptr) evidence->is_valid = *is_valid;
  if (*is_valid) return found;
  index_->Discard();
  run.AddCacheRecord(CacheEvent::kDiscard, function);
  return EntryIndex::Found{nullptr, MissReason::kInvalid};
}

// What cachetools does with a ttl or max_entries that is no number shows when a value is stored.
bool FunctionCache::CheckCanStore(ScriptRun& run) const {
  Interpreter& interpreter = run.interpreter();
  if (!TtlSeconds(options_.ttl)) {
    interpreter.RaiseTypeError("unsupported operand type(s) for +: 'float' and '" +
                               script::TypeName(interpreter, options_.ttl) + "'");
    return false;
  }
  if (options_.max_entries.is_none()) return true;
  std::optional<bool> is_full =
      script::Holds(interpreter, script::Comparison::kGreater, Value::Int(1), options_.max_entries);
  if (!is_full) return false;
  if (*is_full) interpreter.RaiseValueError("value too large");
  return !*is_full;
}

KeptRecording FunctionCache::Keep(Recording recording) const {
  CachedResultPtr known = last_stored_.lock();
  return ShareMessages(known ? known->recording : KeptRecording(), std::move(recording));
}

bool FunctionCache::Write(ScriptRun& run, const std::string& argument_key,
                          std::shared_ptr<CachedResult> result,
                          const std::vector<MetWidget>& widgets_met, const std::string& function) {
  if (!CheckCanStore(run)) return false;
  last_stored_ = result;
  std::optional<size_t> evicted = index_->Store(run, argument_key, std::move(result), widgets_met);
  if (!evicted) return false;
  run.AddCacheRecord(CacheEvent::kStore, function);
  for (size_t i = 0; i < *evicted; ++i) run.AddCacheRecord(CacheEvent::kEvict, function);
  return true;
}

void FunctionCache::Clear() {
  computing_.clear();
  index_->Clear();
}

}  // namespace streplay
