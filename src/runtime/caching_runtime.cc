#include "runtime/caching_runtime.h"

#include "runtime/call_witness.h"
#include "runtime/server.h"

namespace streplay {

CachingRuntime::CachingRuntime(Server& server) : server_(server), recorder_(server.profile()) {
}

FunctionCachePtr CachingRuntime::GetCache(ScriptRun& run, CacheFamily family,
                                          const FunctionIdentity& function,
                                          const CacheOptions& options) {
  NamedCache& named = family_of(family)[function.key];
  named.name = function.name;
  FunctionCachePtr& cache = named.cache;
  if (cache) {
    std::optional<std::vector<std::string>> changed = cache->ChangedOptions(run, options);
    if (!changed) return nullptr;
    if (changed->empty()) return cache;
    TellLost(function.key, EntryLoss::Cause::kOptionsChanged, *changed);
  }
  cache = std::make_shared<FunctionCache>(run, options, function.key);
  return cache;
}

void CachingRuntime::ClearFamily(CacheFamily family) {
  for (const auto& [key, named] : family_of(family)) {
    TellLost(key, EntryLoss::Cause::kCleared);
  }
  family_of(family).clear();
  if (family == CacheFamily::kData) server_.machine().disk.RemoveAllWithPrefix("");
}

void CachingRuntime::ClearFunction(const std::string& name) {
  for (Family* family : {&data_, &resource_}) {
    for (const auto& [key, named] : *family) {
      if (named.name == name) Clear(key, *named.cache);
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

}  // namespace streplay
