// Statements that make containers and fill them.
#ifndef STREPLAY_EXPLORE_BLOCK_GRAMMAR_H_
#define STREPLAY_EXPLORE_BLOCK_GRAMMAR_H_

#include "explore/grammar_state.h"
#include "explore/program.h"

namespace streplay {

// Appends a container, or several, with what is in them.
void AddBlock(GrammarState& state, Place& place, Statements& to);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_BLOCK_GRAMMAR_H_
