// What a cached function is called, and what names its cache.
#ifndef STREPLAY_RUNTIME_FUNCTION_IDENTITY_H_
#define STREPLAY_RUNTIME_FUNCTION_IDENTITY_H_

#include <memory>
#include <string>
#include <unordered_map>

#include "script/value.h"

namespace streplay::script {
class FunctionObject;
class Interpreter;
struct Function;
}  // namespace streplay::script

namespace streplay {

struct FunctionIdentity {
  std::string name;            // __name__
  std::string qualified_name;  // __qualname__
  std::string module;          // __module__; empty when it has none
  // Module, qualified name and source text (rule source.change-invalidates).
  std::string key;
};

using FunctionIdentityPtr = std::shared_ptr<const FunctionIdentity>;

// The identities of a server's functions. Every run defines its functions anew, from the same code:
// remembering them saves a sixth of a run on a small page.
class FunctionIdentities {
 public:
  // Of any callable. Null when an exception is pending: it has no __name__ or __qualname__.
  FunctionIdentityPtr Of(script::Interpreter& interpreter, const script::Value& function);

 private:
  std::unordered_map<const script::Function*, FunctionIdentityPtr> known_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_FUNCTION_IDENTITY_H_
