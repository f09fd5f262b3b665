// Any statement, blocks with statements in them included.
#ifndef STREPLAY_EXPLORE_STATEMENT_GRAMMAR_H_
#define STREPLAY_EXPLORE_STATEMENT_GRAMMAR_H_

#include <cstddef>

#include "explore/grammar_state.h"
#include "explore/program.h"

namespace streplay {

// About `count` statements, fewer when the state's budget ends.
Statements NewStatements(GrammarState& state, Place& place, size_t count);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_STATEMENT_GRAMMAR_H_
