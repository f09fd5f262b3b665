// One call of an `st.*` command, its arguments bound, on the way to its implementation.
#ifndef STREPLAY_RUNTIME_COMMAND_CALL_H_
#define STREPLAY_RUNTIME_COMMAND_CALL_H_

#include <span>
#include <string_view>

#include "registry/command.h"
#include "runtime/delta_generator.h"
#include "runtime/script_run.h"
#include "script/value.h"

namespace streplay {

struct CommandCall {
  ScriptRun& run;
  script::Interpreter& interpreter;
  const Command& command;
  DeltaGenerator& target;  // what the command was called on: main for a plain `st.x`
  // One for each parameter of `command`, in order. A parameter that was not given holds its default;
  // one whose default is a sentinel (no-value, str) is empty then. *args arrives as a tuple, **kwargs
  // as a dict.
  std::span<const script::Value> arguments;

  // The argument of that name, which must be one of the command's parameters.
  const script::Value& Argument(std::string_view name) const;
};

// What a command does: returns its value, or an empty one with a pending completion.
using CommandFunction = script::Value (*)(CommandCall& call);

// The implementation of a command; every command that scripts may use has one.
CommandFunction FindCommandFunction(CommandId id);

// Calls a command as Streamlit's own code does: `st.write` ends in `markdown`, a slider in its
// validation, … Positional and keyword arguments are bound as in a script.
script::Value CallCommand(ScriptRun& run, DeltaGenerator& target, CommandId id,
                          const script::Arguments& arguments);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_COMMAND_CALL_H_
