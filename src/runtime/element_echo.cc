#include "runtime/command_call.h"
#include "runtime/context_manager.h"
#include "runtime/echo_source.h"
#include "runtime/element_builder.h"
#include "runtime/element_call.h"
#include "runtime/element_commands.h"
#include "runtime/enqueue.h"
#include "script/class_object.h"
#include "script/exception_object.h"
#include "script/program.h"
#include "script/string_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

class EchoContext : public ContextManager {
 public:
  EchoContext(Server& server, bool is_below) : ContextManager(server), is_below_(is_below) {}

  // Streamlit would show the source of the library that calls the function.
  Ref<ContextManager> Recreate(Interpreter& interpreter) const override {
    interpreter.EndWithLimit("st.echo as a decorator is not supported in scenario scripts");
    return {};
  }

  void Traverse(script::ReferenceVisitor& visitor) const override { visitor.Visit(placeholder_); }
  void DropReferences() override { placeholder_ = {}; }

 protected:
  bool Start(ScriptRun& run) override;
  bool Finish(ScriptRun& run) override;

 private:
  // A FileNotFoundError of the block is taken for one of reading the script: it ends here.
  std::optional<bool> Fail(ScriptRun& run, script::ExceptionObject& exception) override;

  DeltaGenerator& place(ScriptRun& run) const {
    return is_below_ ? run.server().main() : *placeholder_;
  }

  bool is_below_;
  Ref<DeltaGenerator> placeholder_;  // null when the code stands below
  std::string code_;
};

bool EchoContext::Start(ScriptRun& run) {
  if (!is_below_) {
    placeholder_ =
        EnqueueElement(run, run.server().main(), ElementBuilder(DeltaType::kEmpty).Build());
    if (!placeholder_) return false;
  }
  script::ScriptRange statement = run.interpreter().current_range();
  code_ = EchoedLines(statement.program->text().text, statement.program->LineAt(statement.begin));
  return true;
}

bool EchoContext::Finish(ScriptRun& run) {
  Value code = run.heap().MakeString(code_);
  return !CallCommand(run, place(run), CommandId::kCode, {{&code, 1}, {}}).empty();
}

std::optional<bool> EchoContext::Fail(ScriptRun& run, script::ExceptionObject& exception) {
  if (!exception.type().IsSubclassOf(*run.heap().classes().file_not_found_error)) return false;
  ElementBuilder alert(DeltaType::kAlert);
  alert.SetText(FieldId::kFormat, "WARNING").SetText(FieldId::kNotice, "echo");
  if (PutElement(run, place(run), alert.Build()) == kNoGenerator) return std::nullopt;
  return true;
}

}  // namespace

Value Echo(CommandCall& call) {
  std::optional<bool> is_below = EqualsText(call, call.Argument("code_location"), "below");
  if (!is_below) return {};
  return call.run.heap().New<EchoContext>(call.run.server(), *is_below);
}

}  // namespace streplay
