// ModuleObject: a module of the script room, or the script's own "__main__" with its globals.
#ifndef STREPLAY_SCRIPT_MODULE_OBJECT_H_
#define STREPLAY_SCRIPT_MODULE_OBJECT_H_

#include <string>

#include "script/namespace.h"
#include "script/object.h"

namespace streplay::script {

class ModuleObject : public ContainerObject {
 public:
  static constexpr ObjectKind kKind = ObjectKind::kModule;

  // Binds __name__.
  ModuleObject(Heap& heap, std::string name);

  const std::string& name() const { return name_; }
  Namespace& globals() { return globals_; }

  // Models a part of a real module: an attribute that only the real one has ends the run, where any
  // other missing one is an AttributeError.
  void set_modelled() { is_modelled_ = true; }

  Value GetAttribute(Interpreter& interpreter, Symbol name) override;
  bool SetAttribute(Interpreter& interpreter, Symbol name, const Value& value) override;
  bool DeleteAttribute(Interpreter& interpreter, Symbol name) override;
  Namespace* attributes() override { return &globals_; }
  Value Repr(Interpreter& interpreter) override;
  void Traverse(ReferenceVisitor& visitor) const override;
  void DropReferences() override;

 private:
  std::string name_;
  Namespace globals_;
  bool is_modelled_ = false;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_MODULE_OBJECT_H_
