// Expressions for the parameters of commands, by what the registry says that they mean.
#ifndef STREPLAY_EXPLORE_EXPRESSION_GRAMMAR_H_
#define STREPLAY_EXPLORE_EXPRESSION_GRAMMAR_H_

#include <optional>
#include <string>
#include <vector>

#include "explore/grammar_state.h"
#include "explore/program.h"
#include "registry/command.h"

namespace streplay {

// A new text literal, with its quotes. Where an edit may change it the state remembers it.
std::string NewText(GrammarState& state, const Place& place);

// A text that may show the function's parameter or a variable.
std::string NewShownText(GrammarState& state, const Place& place);

// A value that can be shown or passed on: a literal, the parameter, a variable.
std::string NewValue(GrammarState& state, const Place& place);

// A condition for an `if`.
std::string NewCondition(GrammarState& state, const Place& place);

// An argument for the parameter. Nothing for a parameter of a meaning that only the command itself
// understands, and that has a default.
std::optional<Argument> NewArgument(GrammarState& state, const Place& place, const Command& command,
                                    const Parameter& parameter);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_EXPRESSION_GRAMMAR_H_
