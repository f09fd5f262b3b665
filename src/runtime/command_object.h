// The `st.*` commands as values of the script: functions of the module, and methods of containers.
#ifndef STREPLAY_RUNTIME_COMMAND_OBJECT_H_
#define STREPLAY_RUNTIME_COMMAND_OBJECT_H_

#include "registry/command.h"
#include "runtime/delta_generator.h"
#include "script/object.h"

namespace streplay {

// A command together with the handle that it is called on: `st.text` (main), `container.text`.
class CommandObject : public script::HostObject {
 public:
  CommandObject(script::ClassObject& type, const Command& command,
                script::Ref<DeltaGenerator> target);

  const Command& command() const { return command_; }

  bool IsCallable() const override { return true; }
  script::Value Call(script::Interpreter& interpreter, const script::Arguments& arguments) override;
  script::Value GetAttribute(script::Interpreter& interpreter, script::Symbol name) override;
  script::Value Repr(script::Interpreter& interpreter) override;
  void Traverse(script::ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  const Command& command_;
  script::Ref<DeltaGenerator> target_;
};

// `container.name`. A name that is no command gives, as in Streamlit, something that raises
// StreamlitAPIException when it is called.
script::Value GetCommandMethod(script::Interpreter& interpreter, DeltaGenerator& target,
                               script::Symbol name);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_COMMAND_OBJECT_H_
