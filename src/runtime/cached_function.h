// A function decorated by `st.experimental_singleton`, `st.experimental_memo` or their later names:
// Streamlit's CachedFunc.
#ifndef STREPLAY_RUNTIME_CACHED_FUNCTION_H_
#define STREPLAY_RUNTIME_CACHED_FUNCTION_H_

#include <optional>
#include <string>

#include "registry/vocabulary.h"
#include "runtime/caching_runtime.h"
#include "runtime/function_cache.h"
#include "runtime/function_identity.h"
#include "script/namespace.h"
#include "script/object.h"

namespace streplay {

class ScriptRun;
class Server;

// What a decoration decided; a second decorator on the same function takes it over.
struct CachedFunctionInfo {
  script::Value function;  // what was decorated: any callable
  FunctionIdentityPtr identity;
  CacheFamily family = CacheFamily::kData;
  script::Value show_spinner;  // a truth value or the spinner's text
  CacheOptions options;
};

class CachedFunction : public script::HostObject {
 public:
  CachedFunction(Server& server, CachedFunctionInfo info);

  const CachedFunctionInfo& info() const { return info_; }

  bool IsCallable() const override { return true; }
  script::Value Call(script::Interpreter& interpreter, const script::Arguments& arguments) override;
  // As a method of a script's class: decision point `cached_method`.
  bool BindsToInstances() const override;
  // `clear`, and what functools.update_wrapper copies from the function.
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Namespace* attributes() override { return &attributes_; }
  bool SetAttribute(script::Interpreter& interpreter, script::Symbol name,
                    const script::Value& value) override;
  script::Value Repr(script::Interpreter& interpreter) override;
  void Traverse(script::ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  // Nothing when the call shows no spinner, or a completion is pending.
  std::optional<std::string> SpinnerText(ScriptRun& run, const script::Arguments& arguments) const;
  script::Value GetOrCreate(ScriptRun& run, const script::Arguments& arguments);
  // What it saw on the way goes to `evidence`, when there is one.
  script::Value Answer(ScriptRun& run, const script::Arguments& arguments, CallEvidence* evidence);
  script::Value Hit(ScriptRun& run, const CachedResult& result);
  script::Value Execute(ScriptRun& run, FunctionCache& cache, const std::string& argument_key,
                        const script::Arguments& arguments, CallEvidence* evidence);
  std::optional<std::string> EntryKey(ScriptRun& run, const script::Arguments& arguments,
                                      CallEvidence* evidence);
  void ExplainMiss(ScriptRun& run, const FunctionCache& cache, const std::string& argument_key,
                   CallEvidence& evidence) const;

  Server& server_;
  CachedFunctionInfo info_;
  script::Namespace attributes_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CACHED_FUNCTION_H_
