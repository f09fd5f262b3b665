// A step in the scenario's own words, on one line.
#ifndef STREPLAY_EXPLORE_STEP_TEXT_H_
#define STREPLAY_EXPLORE_STEP_TEXT_H_

#include <string>

#include "scenario/plain_value.h"
#include "scenario/step.h"

namespace streplay {

// "run", "interact: {checkbox: Negate, value: true}". The default session is left out.
std::string StepText(const Step& step);

// Flow YAML: `[1, 2]`, `{a: b}`. Scalars as they were written.
std::string PlainValueText(const PlainValue& value);

}  // namespace streplay

#endif  // STREPLAY_EXPLORE_STEP_TEXT_H_
