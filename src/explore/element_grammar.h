// Statements that place a static element.
#ifndef STREPLAY_EXPLORE_ELEMENT_GRAMMAR_H_
#define STREPLAY_EXPLORE_ELEMENT_GRAMMAR_H_

#include <string>

#include "explore/grammar_state.h"
#include "explore/program.h"

namespace streplay {

// On `target` (`st`, `st.sidebar`, a container's name).
Statement NewElement(GrammarState& state, const Place& place, const std::string& target);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_ELEMENT_GRAMMAR_H_
