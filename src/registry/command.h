// The `st.*` commands: what each takes, what it places on the page, how it behaves as a widget and
// inside a cached function. Constant data, generated from specs/commands.yaml (which explains every
// attribute); nothing is initialised at start-up. What a command does with its arguments, and which
// values it refuses beyond `choices`, is the runtime's.
#ifndef STREPLAY_REGISTRY_COMMAND_H_
#define STREPLAY_REGISTRY_COMMAND_H_

#include <optional>
#include <span>
#include <string_view>

#include "registry/ids.h"
#include "registry/vocabulary.h"

namespace streplay {

// A parameter's default in Python. Only the member that `kind` names is meaningful.
struct DefaultValue {
  DefaultKind kind = DefaultKind::kRequired;
  bool boolean = false;
  int64_t integer = 0;
  double real = 0;
  std::string_view text;
};

struct Parameter {
  std::string_view name;
  ParameterKind kind;
  bool required;  // no default, and neither *args nor **kwargs
  DefaultValue default_value;
  Meaning meaning;
  bool identity;                              // takes part in the widget's id
  std::span<const std::string_view> choices;  // the texts accepted; empty: no such rule
};

// Which of the documentation page's two lists names a command.
enum class PageList : uint8_t { kNone, kStatic, kWidget };

struct Command {
  CommandId id;
  std::string_view name;  // without `st.`: "checkbox", "components.v1.html"
  CommandKind kind;
  Category category;
  Scope scope;
  PageList page_list;
  std::string_view owner;        // qualified name in TypeErrors: "CheckboxMixin.checkbox"
  CacheFamily family;            // of a cache command
  std::string_view replaced_by;  // of a deprecated name; else empty
  std::span<const DeltaType> deltas;
  std::span<const BlockType> blocks;
  std::string_view recorded_as;  // its name in a replay record
  std::string_view warns_as;     // its name in CachedStFunctionWarning; empty: it never warns
  ValueKind value;               // kNone for a command that is no widget
  int initial;                   // index of the parameter with the widget's first value; -1: none
  bool settable;                 // session_state may set its key
  FormRule in_form;
  std::span<const Parameter> parameters;

  // A method's count of positional arguments, as TypeErrors give it, includes self.
  bool is_method() const { return owner.find('.') != std::string_view::npos; }
};

const Command& GetCommand(CommandId id);

// By its name without `st.`; null when there is no such command.
const Command* FindCommand(std::string_view name);

std::span<const Command> AllCommands();

// The index of the parameter called `name`; nothing when the command has none of that name.
std::optional<size_t> FindParameter(const Command& command, std::string_view name);

// A name of `st` that scripts may not use, with the reason as a clause.
struct UnsupportedName {
  std::string_view name;
  std::string_view reason;
};

const UnsupportedName* FindUnsupported(std::string_view name);
std::span<const UnsupportedName> AllUnsupported();

}  // namespace streplay

#endif  // STREPLAY_REGISTRY_COMMAND_H_
