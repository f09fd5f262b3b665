// Definitions: callbacks, validators, and functions with and without a cache.
#ifndef STREPLAY_EXPLORE_FUNCTION_GRAMMAR_H_
#define STREPLAY_EXPLORE_FUNCTION_GRAMMAR_H_

#include "explore/grammar_state.h"
#include "explore/program.h"

namespace streplay {

// What callbacks and `validate` may name.
Statements NewCallbacks(GrammarState& state);

// A class whose instances no cache can hash.
Statement NewClass();

// A decorator (mostly) and a function, which may call those made before it. It is added to the
// state's functions. `is_called_by_cached` false: an edit may change it.
void AddFunction(GrammarState& state, bool is_called_by_cached, Statements& to);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_FUNCTION_GRAMMAR_H_
