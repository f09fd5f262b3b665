// One call of an `st.*` command, its arguments bound, on the way to its implementation.
#ifndef STREPLAY_RUNTIME_COMMAND_CALL_H_
#define STREPLAY_RUNTIME_COMMAND_CALL_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "registry/command.h"
#include "runtime/delta_generator.h"
#include "runtime/script_run.h"
#include "script/interpreter.h"
#include "script/signature.h"
#include "script/value.h"

namespace streplay {

struct CommandCall {
  ScriptRun& run;
  script::Interpreter& interpreter;
  const Command& command;
  DeltaGenerator& target;  // what the command was called on: main for a plain `st.x`
  // One for each parameter of `command`, in order. A parameter that was not given holds its
  // default; one whose default is the sentinel "no-value" is empty then. *args arrives as a tuple,
  // **kwargs as a dict.
  std::span<const script::Value> arguments;

  // The argument of that name, which must be one of the command's parameters.
  const script::Value& Argument(std::string_view name) const;
};

// What a command does: returns its value, or an empty one with a pending completion.
using CommandFunction = script::Value (*)(CommandCall& call);

// The implementation of a command; null for one that is no function (st.sidebar).
CommandFunction FindCommandFunction(CommandId id);

// Calls a command as a script does, and as Streamlit's own code does: `st.write` ends in
// `markdown`.
script::Value CallCommand(ScriptRun& run, DeltaGenerator& target, CommandId id,
                          const script::Arguments& arguments);

// The signatures and defaults of all commands as the script room's binder wants them; made once a
// heap, each on first use.
class CommandSignatures {
 public:
  explicit CommandSignatures(script::Heap& heap);

  // Fills `bound`, as long as the command's parameters, with one Value each. False when a TypeError
  // is pending; its message is the one that Streamlit's own Python function gives.
  [[nodiscard]] bool Bind(script::Interpreter& interpreter, const Command& command,
                          const script::Arguments& arguments, std::span<script::Value> bound);

 private:
  struct Entry {
    script::Signature signature;
    std::vector<script::Value> defaults;
    std::vector<size_t> parameters;  // of `signature`'s, in its order: index in the command's
  };

  Entry& EntryOf(const Command& command);
  script::Value DefaultOf(const Parameter& parameter) const;

  script::Heap& heap_;
  std::vector<std::optional<Entry>> entries_;  // by CommandId
};

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_COMMAND_CALL_H_
