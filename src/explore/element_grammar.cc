// Any static command of the registry, its required parameters given and a few of the others. Half
// of the time one that shows text, which is what tells programs apart.
#include "explore/element_grammar.h"

#include <algorithm>
#include <vector>

#include "explore/expression_grammar.h"
#include "registry/command.h"

namespace streplay {
namespace {

constexpr size_t kOptionalPercent = 15;

// Blocks and what sends no element of its own are the business of other parts of the grammar; a
// figure of pyplot needs a package that a real program may lack.
bool IsLeftOut(CommandId command) {
  constexpr CommandId kLeftOut[] = {CommandId::kEcho, CommandId::kSpinner, CommandId::kEmpty,
                                    CommandId::kAddRows, CommandId::kPyplot};
  return std::find(std::begin(kLeftOut), std::end(kLeftOut), command) != std::end(kLeftOut);
}

const std::vector<const Command*>& StaticCommands() {
  static const std::vector<const Command*> commands = [] {
    std::vector<const Command*> found;
    for (const Command& command : AllCommands()) {
      if (command.category == Category::kStatic && !IsLeftOut(command.id)) {
        found.push_back(&command);
      }
    }
    return found;
  }();
  return commands;
}

const Command& NewCommand(GrammarState& state, const std::string& target) {
  if (state.random.Chance(55)) {
    constexpr CommandId kTexts[] = {CommandId::kWrite, CommandId::kText, CommandId::kMarkdown,
                                    CommandId::kCaption};
    return GetCommand(kTexts[state.random.Below(std::size(kTexts))]);
  }
  const Command* command = state.random.Pick(StaticCommands());
  bool fits = target == "st" || command->scope == Scope::kBoth;
  return fits ? *command : GetCommand(CommandId::kText);
}

}  // namespace

Statement NewElement(GrammarState& state, const Place& place, const std::string& target) {
  const Command& command = NewCommand(state, target);
  Statement statement;
  statement.before = target + "." + std::string(command.name);
  statement.feature = command.name;
  statement.arguments.emplace();
  for (const Parameter& parameter : command.parameters) {
    bool is_given = parameter.required || parameter.meaning == Meaning::kObjects ||
                    parameter.meaning == Meaning::kData || state.random.Chance(kOptionalPercent);
    if (!is_given) continue;
    std::optional<Argument> argument = NewArgument(state, place, command, parameter);
    if (!argument) continue;
    if (parameter.meaning == Meaning::kObjects) argument->name.clear();
    if (parameter.meaning == Meaning::kObjects) argument->is_required = true;
    statement.arguments->push_back(std::move(*argument));
  }
  return statement;
}

}  // namespace streplay
