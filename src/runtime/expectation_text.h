// The canonical texts of what expectations speak of, so that both sides of a failure read alike.
#ifndef STREPLAY_RUNTIME_EXPECTATION_TEXT_H_
#define STREPLAY_RUNTIME_EXPECTATION_TEXT_H_

#include <string>
#include <vector>

#include "runtime/simulation.h"
#include "scenario/expectation.h"
#include "stream/record.h"

namespace streplay {

// A YAML value as a field's value. Dates and the like are strings there already.
FieldValue FieldValueOf(const PlainValue& value);

// Whether a field has the expected value. Numbers compare by value (1 is 1.0); maps and lists part
// by part, all of them.
bool Matches(const PlainValue& expected, const FieldValue& got);

// `markdown {"body":"8"}`.
std::string ItemText(const ExpectedItem& item);
std::string ItemsText(const std::vector<ExpectedItem>& items);
// The element with the fields that are asked for; with all when none is.
std::string ElementText(const DeltaRecord& record, const ExpectedItem* asked);

// `{double: 1, triple: 2}`.
std::string CountsText(const std::map<std::string, int64_t>& counts);

// `["a", "b"]`.
std::string LinesText(const std::vector<std::string>& lines);

}  // namespace streplay

#endif  // STREPLAY_RUNTIME_EXPECTATION_TEXT_H_
