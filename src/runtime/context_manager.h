// What st.spinner and st.echo return: Python's context managers made of a generator. Nothing
// happens until the `with` statement is entered; one is entered once. Used as a decorator, it is
// made anew for every call of the function.
#ifndef STREPLAY_RUNTIME_CONTEXT_MANAGER_H_
#define STREPLAY_RUNTIME_CONTEXT_MANAGER_H_

#include "runtime/script_run.h"
#include "runtime/server.h"
#include "script/object.h"

namespace streplay {

class ContextManager : public script::HostObject {
 public:
  explicit ContextManager(Server& server)
      : HostObject(server.classes().context_manager), server_(server) {}

  script::Value Enter(script::Interpreter& interpreter) override;
  script::Value Exit(script::Interpreter& interpreter, script::ExceptionObject* exception) override;
  // As a decorator: returns a function.
  bool IsCallable() const override { return true; }
  script::Value Call(script::Interpreter& interpreter, const script::Arguments& arguments) override;

  // One that is not entered yet and does the same; null when a completion is pending.
  virtual script::Ref<ContextManager> Recreate(script::Interpreter& interpreter) const = 0;

 protected:
  Server& server() const { return server_; }

  // What happens at the start and the end of the block. False when a completion is pending.
  [[nodiscard]] virtual bool Start(ScriptRun& run) = 0;
  [[nodiscard]] virtual bool Finish(ScriptRun& run) = 0;

 private:
  // The block raised: whether the exception ends there. Nothing when a completion is pending.
  virtual std::optional<bool> Fail(ScriptRun& run, script::ExceptionObject& exception) = 0;

  Server& server_;
  bool is_entered_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_CONTEXT_MANAGER_H_
