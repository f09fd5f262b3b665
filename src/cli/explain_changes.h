// What would have to change for a miss to be a hit, or for a hit to be a miss.
#ifndef STREPLAY_CLI_EXPLAIN_CHANGES_H_
#define STREPLAY_CLI_EXPLAIN_CHANGES_H_

#include <string>
#include <vector>

#include "runtime/call_evidence.h"

namespace streplay {

// Each a clause by itself, to follow "a hit if" or "a miss if"; the smallest change first. None for
// a call that was neither hit nor miss.
std::vector<std::string> ExplainChanges(const CallEvidence& call);

}  // namespace streplay

#endif  // STREPLAY_CLI_EXPLAIN_CHANGES_H_
