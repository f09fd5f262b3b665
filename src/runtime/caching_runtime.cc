#include "runtime/caching_runtime.h"

#include "runtime/server.h"

namespace streplay {

CachingRuntime::CachingRuntime(Server& server) : server_(server), recorder_(server.profile()) {
}

FunctionCachePtr CachingRuntime::GetCache(ScriptRun& run, CacheFamily family,
                                          const std::string& function_key,
                                          const CacheOptions& options) {
  FunctionCachePtr& cache = family_of(family).caches[function_key];
  if (cache) {
    std::optional<bool> is_for = cache->IsFor(run, options);
    if (!is_for) return nullptr;
    if (*is_for) return cache;
  }
  cache = std::make_shared<FunctionCache>(run, options, function_key);
  return cache;
}

void CachingRuntime::ClearFamily(CacheFamily family) {
  family_of(family).caches.clear();
  if (family == CacheFamily::kData) server_.machine().disk.RemoveAllWithPrefix("");
}

void CachingRuntime::ClearFunction(const std::string& name) {
  for (Family* family : {&data_, &resource_}) {
    for (const auto& [key, cache] : family->caches) {
      if (family->names[key] == name) cache->Clear();
    }
  }
}

void CachingRuntime::NoteFunction(CacheFamily family, const std::string& function_key,
                                  const std::string& name) {
  family_of(family).names[function_key] = name;
}

}  // namespace streplay
