#include "runtime/command_call.h"

#include <array>
#include <utility>

#include "base/check.h"
#include "runtime/commands.h"
#include "runtime/server.h"
#include "script/string_object.h"
#include "script/tuple_object.h"

namespace streplay {
namespace {

using script::Interpreter;
using script::Value;

// Indexed by CommandId; built at compile time from the list of implementations.
constexpr auto MakeFunctions() {
  std::array<CommandFunction, kCommandCount> functions{};
#define STREPLAY_COMMAND(id, function) functions[static_cast<size_t>(CommandId::id)] = &function;
#include "runtime/command_functions.def"
#undef STREPLAY_COMMAND
  return functions;
}

constexpr auto kFunctions = MakeFunctions();

script::ParameterKind ScriptKind(ParameterKind kind) {
  switch (kind) {
    case ParameterKind::kPositional:
      return script::ParameterKind::kPositionalOrKeyword;
    case ParameterKind::kKeyword:
      return script::ParameterKind::kKeywordOnly;
    case ParameterKind::kVarPositional:
      return script::ParameterKind::kVarPositional;
    case ParameterKind::kVarKeyword:
      return script::ParameterKind::kVarKeyword;
  }
  return script::ParameterKind::kPositionalOrKeyword;
}

}  // namespace

const Value& CommandCall::Argument(std::string_view name) const {
  std::optional<size_t> index = FindParameter(command, name);
  STREPLAY_CHECK(index.has_value());
  return arguments[*index];
}

CommandFunction FindCommandFunction(CommandId id) {
  return kFunctions[static_cast<size_t>(id)];
}

Value CallCommand(ScriptRun& run, DeltaGenerator& target, CommandId id,
                  const script::Arguments& arguments) {
  const Command& command = GetCommand(id);
  CommandFunction function = FindCommandFunction(id);
  STREPLAY_CHECK(function != nullptr);
  std::vector<Value> bound;
  if (!run.server().signatures().Bind(run.interpreter(), command, arguments, bound)) return {};
  // The handle may be the script's last reference to it.
  script::Ref<DeltaGenerator> kept(&target);
  CommandCall call{run, run.interpreter(), command, target, bound};
  return function(call);
}

CommandSignatures::CommandSignatures(script::Heap& heap) : heap_(heap), entries_(kCommandCount) {
}

Value CommandSignatures::DefaultOf(const Parameter& parameter) const {
  const DefaultValue& value = parameter.default_value;
  switch (value.kind) {
    case DefaultKind::kNone:
      return Value::None();
    case DefaultKind::kBool:
      return Value::Bool(value.boolean);
    case DefaultKind::kInt:
      return Value::Int(value.integer);
    case DefaultKind::kDouble:
      return Value::Float(value.real);
    case DefaultKind::kString:
      return heap_.MakeString(std::string(value.text));
    case DefaultKind::kEmpty:
      return heap_.MakeTuple({});
    case DefaultKind::kStr:
      return Value(heap_.classes().string);
    case DefaultKind::kNoValue:  // replaced by an empty Value once bound
      return Value::NotImplemented();
    case DefaultKind::kRequired:
      break;
  }
  return {};
}

CommandSignatures::Entry& CommandSignatures::EntryOf(const Command& command) {
  std::optional<Entry>& entry = entries_[static_cast<size_t>(command.id)];
  if (entry) return *entry;
  std::vector<script::SignatureParameter> parameters;
  std::vector<Value> defaults;
  if (command.is_method()) {  // CPython counts self among the arguments
    parameters.push_back(
        {heap_.Intern("self"), script::ParameterKind::kPositionalOrKeyword, false});
    defaults.emplace_back();
  }
  // The binder wants *args behind the keyword-only parameters.
  auto add = [&](bool variable) {
    for (const Parameter& parameter : command.parameters) {
      bool is_variable = parameter.kind == ParameterKind::kVarPositional ||
                         parameter.kind == ParameterKind::kVarKeyword;
      if (is_variable != variable) continue;
      parameters.push_back(
          {heap_.Intern(parameter.name), ScriptKind(parameter.kind), !parameter.required});
      defaults.push_back(is_variable ? Value() : DefaultOf(parameter));
    }
  };
  add(false);
  add(true);
  entry.emplace(Entry{script::Signature(std::move(parameters)), std::move(defaults)});
  return *entry;
}

bool CommandSignatures::Bind(Interpreter& interpreter, const Command& command,
                             const script::Arguments& arguments, std::vector<Value>& bound) {
  const Entry& entry = EntryOf(command);
  std::vector<Value> positional;
  if (command.is_method()) positional.push_back(Value::None());
  positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
  std::vector<Value> slots(entry.signature.size());
  script::Callable callable{
      command.owner, &entry.signature, entry.defaults, script::ArityMessages::kPython, {}};
  if (!script::BindArguments(interpreter, callable, {positional, arguments.keywords}, slots)) {
    return false;
  }
  bound.resize(command.parameters.size());
  const auto& parameters = entry.signature.parameters();
  for (size_t slot = command.is_method() ? 1 : 0; slot < slots.size(); ++slot) {
    std::optional<size_t> index =
        FindParameter(command, interpreter.heap().Text(parameters[slot].name));
    if (slots[slot].is_not_implemented()) slots[slot] = Value();
    bound[*index] = std::move(slots[slot]);
  }
  return true;
}

}  // namespace streplay
