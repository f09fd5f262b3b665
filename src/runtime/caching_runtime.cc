#include "runtime/caching_runtime.h"

#include "runtime/call_witness.h"
#include "runtime/server.h"

namespace streplay {

CachingRuntime::CachingRuntime(Server& server) : server_(server), recorder_(server.profile()) {
}

FunctionCachePtr CachingRuntime::GetCache(ScriptRun& run, CacheFamily family,
                                          const std::string& function_key,
                                          const CacheOptions& options) {
  FunctionCachePtr& cache = family_of(family).caches[function_key];
  if (cache) {
    std::optional<std::vector<std::string>> changed = cache->ChangedOptions(run, options);
    if (!changed) return nullptr;
    if (changed->empty()) return cache;
    TellLost(function_key, EntryLoss::Cause::kOptionsChanged, *changed);
  }
  cache = std::make_shared<FunctionCache>(run, options, function_key);
  return cache;
}

void CachingRuntime::ClearFamily(CacheFamily family) {
  for (const auto& [key, cache] : family_of(family).caches) {
    TellLost(key, EntryLoss::Cause::kCleared);
  }
  family_of(family).caches.clear();
  if (family == CacheFamily::kData) server_.machine().disk.RemoveAllWithPrefix("");
}

void CachingRuntime::ClearFunction(const std::string& name) {
  for (Family* family : {&data_, &resource_}) {
    for (const auto& [key, cache] : family->caches) {
      if (family->names[key] == name) Clear(key, *cache);
    }
  }
}

void CachingRuntime::Clear(const std::string& function_key, FunctionCache& cache) {
  cache.Clear();
  TellLost(function_key, EntryLoss::Cause::kCleared);
}

void CachingRuntime::TellLost(const std::string& function_key, EntryLoss::Cause cause,
                              const std::vector<std::string>& options) {
  CallWitness* witness = server_.machine().witness;
  if (witness != nullptr) witness->OnAllLost(function_key, cause, options);
}

void CachingRuntime::NoteFunction(CacheFamily family, const std::string& function_key,
                                  const std::string& name) {
  family_of(family).names[function_key] = name;
}

}  // namespace streplay
