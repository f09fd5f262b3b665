// A scenario as an adapter gets it: {definitions, script, steps, stubs}, in the form that scenario
// files have (specs/scenario-format.md). Expectations are left out: they are none of its business.
#ifndef STREPLAY_ADAPTER_SCENARIO_REQUEST_H_
#define STREPLAY_ADAPTER_SCENARIO_REQUEST_H_

#include <string>

#include "scenario/scenario.h"
#include "stream/field_value.h"

namespace streplay {

FieldValue ScenarioRequest(const Scenario& scenario);

// Why JSON cannot carry the scenario (it has no infinity and no NaN); empty when it can.
std::string WhyNotSendable(const Scenario& scenario);

}  // namespace streplay

#endif  // STREPLAY_ADAPTER_SCENARIO_REQUEST_H_
