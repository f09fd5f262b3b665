// How a run ended, in words.
#ifndef STREPLAY_CLI_RUN_END_TEXT_H_
#define STREPLAY_CLI_RUN_END_TEXT_H_

#include <string>

#include "runtime/simulation.h"

namespace streplay {

// "ok", "exception at a.yaml:7", "limit: the run took more than 5,000,000 steps".
std::string RunEndText(const RunOutcome& run);

}  // namespace streplay

#endif  // STREPLAY_CLI_RUN_END_TEXT_H_
