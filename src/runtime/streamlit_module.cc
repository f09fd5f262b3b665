// The module `streamlit` makes its members when they are first asked for: a script uses a few of
// some 120, and to make them all was most of what a server's start cost. Whoever looks at all of
// its names, or takes one away, finds all of them made.
#include "runtime/streamlit_module.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "registry/command.h"
#include "runtime/cache_decorator.h"
#include "runtime/command_object.h"
#include "runtime/server.h"
#include "runtime/session_state_proxy.h"
#include "script/module_object.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::ModuleObject;
using script::Ref;
using script::Value;

// A module whose names that are not modelled end the run with the reason, instead of looking
// absent.
class StreamlitPackage : public ModuleObject {
 public:
  using ModuleObject::ModuleObject;

  Value GetAttribute(Interpreter& interpreter, script::Symbol attribute) override {
    if (const Value* value = globals().Find(attribute)) return *value;
    std::string path = name() + "." + std::string(interpreter.heap().Text(attribute));
    const UnsupportedName* unsupported = FindUnsupported(path.substr(path.find('.') + 1));
    if (unsupported == nullptr) return ModuleObject::GetAttribute(interpreter, attribute);
    return interpreter.EndWithLimit(
        "st." + std::string(unsupported->name) +
        " is not supported in scenario scripts: " + std::string(unsupported->reason));
  }
};

void Bind(script::Heap& heap, ModuleObject& module, std::string_view name, Value value) {
  module.globals().Set(heap.Intern(name), std::move(value));
}

Value MakeFunction(Server& server, const Command& command) {
  return server.heap().New<CommandObject>(server.classes().module_command, command,
                                          Ref<DeltaGenerator>(&server.main()));
}

Value MakeCommand(Server& server, const Command& command) {
  if (command.id == CommandId::kSidebar) return Value(&server.sidebar());
  if (command.id == CommandId::kSessionState) return MakeSessionStateProxy(server);
  if (command.category == Category::kCache) {
    return server.heap().New<CacheDecorator>(server, command);
  }
  return MakeFunction(server, command);
}

Ref<ModuleObject> MakeComponents(Server& server) {
  constexpr std::string_view kPath = "components.v1.";
  script::Heap& heap = server.heap();
  auto components = heap.New<StreamlitPackage>(heap, "streamlit.components");
  auto version = heap.New<StreamlitPackage>(heap, "streamlit.components.v1");
  for (const Command& command : AllCommands()) {
    if (!command.name.starts_with(kPath)) continue;
    Bind(heap, *version, command.name.substr(kPath.size()), MakeFunction(server, command));
  }
  Bind(heap, *components, "v1", version);
  return components;
}

Ref<ModuleObject> MakeErrors(Server& server) {
  script::Heap& heap = server.heap();
  const StreamlitClasses& classes = server.classes();
  auto errors = heap.New<StreamlitPackage>(heap, "streamlit.errors");
  Bind(heap, *errors, "Error", Value(&classes.error));
  Bind(heap, *errors, "StreamlitAPIException", Value(&classes.api_exception));
  Bind(heap, *errors, "StreamlitAPIWarning", Value(&classes.api_warning));
  Bind(heap, *errors, "DuplicateWidgetID", Value(&classes.duplicate_widget_id));
  return errors;
}

bool IsMember(const Command& command) {
  return command.name.find('.') == std::string_view::npos && command.scope != Scope::kContainer;
}

class StreamlitModule : public StreamlitPackage {
 public:
  explicit StreamlitModule(Server& server)
      : StreamlitPackage(server.heap(), "streamlit"), server_(server) {}

  Value GetAttribute(Interpreter& interpreter, script::Symbol attribute) override {
    if (const Value* value = globals().Find(attribute)) return *value;
    Value made = is_complete_ ? Value() : Make(heap().Text(attribute));
    if (made.empty()) return StreamlitPackage::GetAttribute(interpreter, attribute);
    globals().Set(attribute, made);
    return made;
  }

  bool DeleteAttribute(Interpreter& interpreter, script::Symbol attribute) override {
    Complete();
    return StreamlitPackage::DeleteAttribute(interpreter, attribute);
  }

  script::Namespace* attributes() override {
    Complete();
    return &globals();
  }

 private:
  // Empty when there is no member of that name.
  Value Make(std::string_view name) {
    if (name == "components") return MakeComponents(server_);
    if (name == "errors") return MakeErrors(server_);
    if (name == "__version__") return heap().MakeString("1.18.1");
    const Command* command = FindCommand(name);
    return command != nullptr && IsMember(*command) ? MakeCommand(server_, *command) : Value();
  }

  void Complete() {
    if (is_complete_) return;
    is_complete_ = true;
    for (const Command& command : AllCommands()) {
      if (IsMember(command)) MakeMissing(command.name);
    }
    for (std::string_view name : {"components", "errors", "__version__"}) MakeMissing(name);
  }

  void MakeMissing(std::string_view name) {
    if (globals().Find(heap().Intern(name)) == nullptr) Bind(heap(), *this, name, Make(name));
  }

  Server& server_;
  bool is_complete_ = false;
};

}  // namespace

Value MakeStreamlitModule(Server& server) {
  return server.heap().New<StreamlitModule>(server);
}

Value ImportStreamlit(Interpreter& interpreter, Server& server, std::string_view path) {
  Value module = server.streamlit_module();
  constexpr std::string_view kKnown[] = {"streamlit", "streamlit.components",
                                         "streamlit.components.v1", "streamlit.errors"};
  if (std::find(std::begin(kKnown), std::end(kKnown), path) == std::end(kKnown)) {
    return interpreter.EndWithLimit("the module " + std::string(path) +
                                    " is not supported in scenario scripts");
  }
  for (size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    path.remove_prefix(dot + 1);
    std::string_view name = path.substr(0, path.find('.'));
    module = script::GetAttribute(interpreter, module, interpreter.heap().Intern(name));
  }
  return module;
}

}  // namespace streplay
