// Statements that show nothing by themselves: waiting, printing, clearing caches, the query
// parameters and the page's configuration.
#ifndef STREPLAY_EXPLORE_EFFECT_GRAMMAR_H_
#define STREPLAY_EXPLORE_EFFECT_GRAMMAR_H_

#include "explore/grammar_state.h"

namespace streplay {

// One of them; what it names is added to the place's variables.
Statement NewEffect(GrammarState& state, Place& place);

// `st.set_page_config`, which only the start of a script may call.
Statement NewPageConfig(GrammarState& state, const Place& place);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_EFFECT_GRAMMAR_H_
