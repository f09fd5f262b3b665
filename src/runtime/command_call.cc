#include "runtime/command_call.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/check.h"
#include "runtime/commands.h"
#include "runtime/server.h"
#include "script/string_object.h"
#include "script/tuple_object.h"
#include "script/value_stack.h"

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
  script::StackSlots bound(run.interpreter().stack(), command.parameters.size());
  if (!run.server().signatures().Bind(run.interpreter(), command, arguments, bound.span())) {
    return {};
  }
  // The handle may be the script's last reference to it.
  script::Ref<DeltaGenerator> kept(&target);
  CommandCall call{run, run.interpreter(), command, target, bound.span()};
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
  std::vector<size_t> indices;
  auto add = [&](bool variable) {
    for (size_t i = 0; i < command.parameters.size(); ++i) {
      const Parameter& parameter = command.parameters[i];
      bool is_variable = parameter.kind == ParameterKind::kVarPositional ||
                         parameter.kind == ParameterKind::kVarKeyword;
      if (is_variable != variable) continue;
      parameters.push_back(
          {heap_.Intern(parameter.name), ScriptKind(parameter.kind), !parameter.required});
      defaults.push_back(is_variable ? Value() : DefaultOf(parameter));
      indices.push_back(i);
    }
  };
  add(false);
  add(true);
  entry.emplace(
      Entry{script::Signature(std::move(parameters)), std::move(defaults), std::move(indices)});
  return *entry;
}

bool CommandSignatures::Bind(Interpreter& interpreter, const Command& command,
                             const script::Arguments& arguments, std::span<Value> bound) {
  const Entry& entry = EntryOf(command);
  const size_t selfs = command.is_method() ? 1 : 0;
  script::StackSlots positional(interpreter.stack(), selfs + arguments.positional.size());
  if (selfs == 1) positional[0] = Value::None();
  std::copy(arguments.positional.begin(), arguments.positional.end(),
            positional.span().begin() + selfs);
  script::StackSlots slots(interpreter.stack(), entry.signature.size());
  script::Callable callable{
      command.owner, &entry.signature, entry.defaults, script::ArityMessages::kPython, {}};
  script::Arguments all{positional.span(), arguments.keywords};
  if (!script::BindArguments(interpreter, callable, all, slots.span())) return false;
  for (size_t i = 0; i < entry.parameters.size(); ++i) {
    Value& slot = slots[selfs + i];
    bound[entry.parameters[i]] = slot.is_not_implemented() ? Value() : std::move(slot);
  }
  return true;
}

}  // namespace streplay
