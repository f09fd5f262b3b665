#include "runtime/command_object.h"

#include "runtime/command_call.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/interpreter.h"
#include "script/string_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Ref;
using script::Value;

// What `container.no_such_command` is.
class UnknownMethod : public script::HostObject {
 public:
  UnknownMethod(Server& server, std::string name)
      : HostObject(server.classes().module_command), server_(server), name_(std::move(name)) {}

  bool IsCallable() const override { return true; }
  Value Call(Interpreter&, const script::Arguments&) override {
    return RaiseApiException(server_.current_run(),
                             "`" + name_ + "` is no method of a container of st");
  }
  Value GetAttribute(Interpreter& interpreter, script::Symbol name) override {
    // Streamlit makes a function of this name for each.
    if (name == script::symbols::kDunderName) return interpreter.heap().MakeString("wrapper");
    return Object::GetAttribute(interpreter, name);
  }

 private:
  Server& server_;
  std::string name_;
};

}  // namespace

CommandObject::CommandObject(script::ClassObject& type, const Command& command,
                             Ref<DeltaGenerator> target)
    : HostObject(type), command_(command), target_(std::move(target)) {
}

Value CommandObject::Call(Interpreter&, const script::Arguments& arguments) {
  return CallCommand(target_->server().current_run(), *target_, command_.id, arguments);
}

Value CommandObject::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  script::Heap& heap = interpreter.heap();
  std::string_view attribute = heap.Text(name);
  if (attribute == "__name__" || attribute == "__qualname__") {
    return heap.MakeString(std::string(command_.name));
  }
  if (attribute == "__module__") return heap.MakeString("streamlit.delta_generator");
  return Object::GetAttribute(interpreter, name);
}

Value CommandObject::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString("<streamlit command " + std::string(command_.name) + ">");
}

void CommandObject::Traverse(script::ReferenceVisitor& visitor) const {
  visitor.Visit(target_);
}

void CommandObject::DropReferences() {
  target_ = {};
}

Value GetCommandMethod(Interpreter& interpreter, DeltaGenerator& target, script::Symbol name) {
  script::Heap& heap = interpreter.heap();
  std::string_view attribute = heap.Text(name);
  const Command* command = FindCommand(attribute);
  bool is_method = command != nullptr && command->kind == CommandKind::kFunction &&
                   command->scope != Scope::kModule;
  if (is_method) {
    return heap.New<CommandObject>(target.server().classes().method_command, *command,
                                   Ref<DeltaGenerator>(&target));
  }
  if (attribute.starts_with("__")) return target.script::Object::GetAttribute(interpreter, name);
  return heap.New<UnknownMethod>(target.server(), std::string(attribute));
}

}  // namespace streplay
