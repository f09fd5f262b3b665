// One cached call in the words of `explain`, and in JSON.
#ifndef STREPLAY_CLI_EXPLAIN_CALL_H_
#define STREPLAY_CLI_EXPLAIN_CALL_H_

#include <ostream>

#include "report/style.h"
#include "runtime/simulation.h"
#include "scenario/scenario.h"
#include "stream/field_value.h"

namespace streplay {

// What a call is told with.
struct ExplainContext {
  const Scenario& scenario;
  const Outcome& outcome;
};

// A line of what it was and came to, and one for each thing that there is to know; indented as deep
// as the call is.
void PrintCall(const CallEvidence& call, const ExplainContext& context, const Style& style,
               std::ostream& out);

// specs/cli.md says what is in it.
Fields CallFields(const CallEvidence& call, const ExplainContext& context);

}  // namespace streplay

#endif  // STREPLAY_CLI_EXPLAIN_CALL_H_
