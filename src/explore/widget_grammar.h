// Statements that place a widget and keep its value in a variable.
#ifndef STREPLAY_EXPLORE_WIDGET_GRAMMAR_H_
#define STREPLAY_EXPLORE_WIDGET_GRAMMAR_H_

#include <string>

#include "explore/grammar_state.h"
#include "explore/program.h"

namespace streplay {

// On `target` (`st`, `st.sidebar`, a container's name). The variable is added to the place's.
Statement NewWidget(GrammarState& state, Place& place, const std::string& target);

// `st.form_submit_button` for the form around the place. Its value is kept only where the program
// may depend on it.
Statement NewSubmitButton(GrammarState& state, Place& place);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_WIDGET_GRAMMAR_H_
