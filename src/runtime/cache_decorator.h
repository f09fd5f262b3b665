// The caching decorators as values: `st.experimental_singleton`, `st.experimental_memo` and their
// later names.
#ifndef STREPLAY_RUNTIME_CACHE_DECORATOR_H_
#define STREPLAY_RUNTIME_CACHE_DECORATOR_H_

#include "registry/command.h"
#include "script/object.h"

namespace streplay {

class Server;

class CacheDecorator : public script::HostObject {
 public:
  // `command` is one of the registry's cache commands that is no `.clear`.
  CacheDecorator(Server& server, const Command& command);

  bool IsCallable() const override { return true; }
  // `@st.x`, or `@st.x(ttl=…)`, which gives the decorator proper.
  script::Value Call(script::Interpreter& interpreter, const script::Arguments& arguments) override;
  // `clear`.
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Value Repr(script::Interpreter& interpreter) override;

 private:
  Server& server_;
  const Command& command_;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CACHE_DECORATOR_H_
