#include "runtime/cache_decorator.h"

#include <utility>

#include "base/check.h"
#include "runtime/cache_commands.h"
#include "runtime/cached_function.h"
#include "runtime/command_object.h"
#include "runtime/element_builder.h"
#include "runtime/enqueue.h"
#include "runtime/script_run.h"
#include "runtime/server.h"
#include "runtime/streamlit_errors.h"
#include "script/operations.h"

namespace streplay {
namespace {

using script::Arguments;
using script::Interpreter;
using script::Ref;
using script::Value;

// Tells that a deprecated name was used: in the report, or as Streamlit does with an alert.
bool TellDeprecated(ScriptRun& run, const Command& command) {
  if (command.replaced_by.empty()) return true;
  std::string name(command.name.substr(0, command.name.find('.')));
  if (run.profile().deprecated_name == DeprecatedName::kNote) {
    run.outcome().notes.push_back("st." + std::string(command.name) + " is deprecated, use st." +
                                  std::string(command.replaced_by));
    return true;
  }
  ElementBuilder alert(DeltaType::kAlert);
  alert.SetText(FieldId::kFormat, "WARNING")
      .SetText(FieldId::kNotice, "deprecated")
      .SetText(FieldId::kName, name);
  return PutElement(run, run.server().main(), alert.Build()) != kNoGenerator;
}

// `persist` as Streamlit reads it: "disk" or True, None or False. False: an exception is pending.
bool ReadPersist(CommandCall& call, bool& is_persistent) {
  const Value& persist = call.Argument("persist");
  const std::string* text = script::TextOf(persist);
  is_persistent = (persist.is_bool() && persist.as_bool()) || (text != nullptr && *text == "disk");
  if (is_persistent || persist.is_none() || persist.is_bool()) return true;
  RaiseApiException(call.run, "persist must be \"disk\", True, False or None");
  return false;
}

bool ReadOptions(CommandCall& call, CachedFunctionInfo& info) {
  info.family = call.command.family;
  info.show_spinner = call.Argument("show_spinner");
  info.options.ttl = call.Argument("ttl");
  info.options.max_entries = call.Argument("max_entries");
  info.options.validate = Value::None();
  std::optional<bool> allows =
      script::IsTrue(call.interpreter, call.Argument("experimental_allow_widgets"));
  if (!allows) return false;
  info.options.allows_widgets = *allows;
  if (info.family == CacheFamily::kData) return ReadPersist(call, info.options.is_persistent);
  info.options.validate = call.Argument("validate");
  return true;
}

Value MakeCachedFunction(ScriptRun& run, CachedFunctionInfo info, const Value& function) {
  Interpreter& interpreter = run.interpreter();
  // A second decorator's object takes over all attributes of the first one's, its options included.
  if (auto* decorated = function.As<CachedFunction>()) {
    return run.heap().New<CachedFunction>(run.server(), decorated->info());
  }
  info.function = function;
  info.identity = run.server().caching().identities().Of(interpreter, function);
  if (info.identity == nullptr) return {};
  return run.heap().New<CachedFunction>(run.server(), std::move(info));
}

// What `st.experimental_singleton(ttl=…)` returns.
class ConfiguredDecorator : public script::HostObject {
 public:
  ConfiguredDecorator(Server& server, CachedFunctionInfo info)
      : HostObject(server.classes().module_command), server_(server), info_(std::move(info)) {}

  bool IsCallable() const override { return true; }
  Value Call(Interpreter& interpreter, const Arguments& arguments) override {
    if (arguments.positional.size() == 1 && arguments.keywords.empty()) {
      return MakeCachedFunction(server_.current_run(), info_, arguments.positional.front());
    }
    return interpreter.RaiseTypeError("a caching decorator takes one function");
  }
  void Traverse(script::ReferenceVisitor& visitor) const override {
    visitor.Visit(info_.show_spinner);
    visitor.Visit(info_.options.ttl);
    visitor.Visit(info_.options.max_entries);
    visitor.Visit(info_.options.validate);
  }
  void DropReferences() override { info_ = {}; }

 private:
  Server& server_;
  CachedFunctionInfo info_;
};

}  // namespace

Value DecorateCached(CommandCall& call) {
  CachedFunctionInfo info;
  if (!TellDeprecated(call.run, call.command) || !ReadOptions(call, info)) return {};
  const Value& function = call.Argument("func");
  if (!function.is_none()) return MakeCachedFunction(call.run, std::move(info), function);
  return call.run.heap().New<ConfiguredDecorator>(call.run.server(), std::move(info));
}

Value ClearCaches(CommandCall& call) {
  if (!TellDeprecated(call.run, call.command)) return {};
  call.run.server().caching().ClearFamily(call.command.family);
  call.run.AddCacheRecord(CacheEvent::kClear,
                          std::string(Word(call.command.family)) + " functions");
  return Value::None();
}

CacheDecorator::CacheDecorator(Server& server, const Command& command)
    : HostObject(command.family == CacheFamily::kData ? server.classes().data_decorator
                                                      : server.classes().resource_decorator),
      server_(server),
      command_(command) {
}

Value CacheDecorator::Call(Interpreter&, const Arguments& arguments) {
  return CallCommand(server_.current_run(), server_.main(), command_.id, arguments);
}

Value CacheDecorator::GetAttribute(Interpreter& interpreter, script::Symbol name) {
  if (interpreter.heap().Text(name) != "clear") return Object::GetAttribute(interpreter, name);
  const Command* clear = FindCommand(std::string(command_.name) + ".clear");
  STREPLAY_CHECK(clear != nullptr);
  return interpreter.heap().New<CommandObject>(server_.classes().method_command, *clear,
                                               Ref<DeltaGenerator>(&server_.main()));
}

Value CacheDecorator::Repr(Interpreter& interpreter) {
  return interpreter.heap().MakeString("<streamlit." + std::string(command_.name) + ">");
}

}  // namespace streplay
