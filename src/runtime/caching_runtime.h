// The caches of a server process: those of both decorator families by function key, and the
// recorder that watches cached functions run.
#ifndef STREPLAY_RUNTIME_CACHING_RUNTIME_H_
#define STREPLAY_RUNTIME_CACHING_RUNTIME_H_

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "registry/vocabulary.h"
#include "runtime/call_evidence.h"
#include "runtime/function_cache.h"
#include "runtime/function_identity.h"
#include "runtime/recorder.h"

namespace streplay {

class ScriptRun;
class Server;

using FunctionCachePtr = std::shared_ptr<FunctionCache>;

class CachingRuntime {
 public:
  explicit CachingRuntime(Server& server);

  Recorder& recorder() { return recorder_; }
  FunctionIdentities& identities() { return identities_; }

  // The cache of the function with this identity's key, made when there is
  // none or the options have changed. An execution keeps its cache alive when the family is cleared
  // meanwhile; what it stores is then lost. Null when a completion is pending.
  FunctionCachePtr GetCache(ScriptRun& run, CacheFamily family, const FunctionIdentity& function,
                            const CacheOptions& options);

  // Drops every cache of the family, and of data functions what is on the disk.
  void ClearFamily(CacheFamily family);

  // Clears the caches of the functions of that __name__ in both families, from outside a run.
  void ClearFunction(const std::string& name);

  // Clears the cache of the function with this key.
  void Clear(const std::string& function_key, FunctionCache& cache);

 private:
  struct NamedCache {
    std::string name;  // the function's __name__, for ClearFunction
    FunctionCachePtr cache;
  };
  using Family = std::map<std::string, NamedCache>;  // by function key

  void TellLost(const std::string& function_key, EntryLoss::Cause cause,
                const std::vector<std::string>& options = {});

  Family& family_of(CacheFamily family) { return family == CacheFamily::kData ? data_ : resource_; }

  Server& server_;
  Recorder recorder_;
  FunctionIdentities identities_;
  Family data_;
  Family resource_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CACHING_RUNTIME_H_
