#include "runtime/context_manager.h"
#include "runtime/element_commands.h"
#include "runtime/spinner.h"
#include "script/exception_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

class SpinnerContext : public ContextManager {
 public:
  SpinnerContext(Server& server, Value text) : ContextManager(server), text_(std::move(text)) {}

  Ref<ContextManager> Recreate(Interpreter& interpreter) const override {
    return interpreter.heap().New<SpinnerContext>(server(), text_);
  }

  void Traverse(script::ReferenceVisitor& visitor) const override { visitor.Visit(text_); }
  void DropReferences() override { text_ = {}; }

 protected:
  bool Start(ScriptRun& run) override {
    std::optional<std::string> text = script::StrText(run.interpreter(), text_);
    return text && spinner_.Start(run, std::move(*text));
  }
  bool Finish(ScriptRun&) override { return spinner_.Finish(); }

 private:
  std::optional<bool> Fail(ScriptRun&, script::ExceptionObject&) override {
    if (!spinner_.Finish()) return std::nullopt;
    return false;
  }

  Value text_;
  Spinner spinner_;
};

}  // namespace

Value MakeSpinner(CommandCall& call) {
  return call.run.heap().New<SpinnerContext>(call.run.server(), call.Argument("text"));
}

}  // namespace streplay
