// Syntax errors of a scenario's script, as diagnostics of the scenario.
#ifndef STREPLAY_SCENARIO_PROGRAM_CHECK_H_
#define STREPLAY_SCENARIO_PROGRAM_CHECK_H_

#include <vector>

#include "base/source_text.h"
#include "scenario/load_context.h"
#include "scenario/step.h"
#include "scenario/timeline.h"

namespace streplay {

// Parses what the scenario can run before any edit: the definitions with the script, and with the
// text of each `call`. What an edit breaks is no error of the scenario: those runs end with the
// status `syntax-error`.
void CheckPrograms(const SourceParts& source, const std::vector<Step>& steps, LoadContext& context);

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_PROGRAM_CHECK_H_
