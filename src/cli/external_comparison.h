// How the model is compared with an external implementation: WithExternal (golden/comparison.h)
// with the fields that specs/commands.yaml lists.
#ifndef STREPLAY_CLI_EXTERNAL_COMPARISON_H_
#define STREPLAY_CLI_EXTERNAL_COMPARISON_H_

#include "golden/comparison.h"

namespace streplay {

Comparison WithImplementation();

}  // namespace streplay

#endif  // STREPLAY_CLI_EXTERNAL_COMPARISON_H_
