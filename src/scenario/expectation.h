// What a scenario asserts about the last run (scenario-format.md, expect). Every part is optional;
// at least one is given.
#ifndef STREPLAY_SCENARIO_EXPECTATION_H_
#define STREPLAY_SCENARIO_EXPECTATION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"
#include "scenario/plain_value.h"

namespace streplay {

// A value and where the scenario says it, for reports.
template <typename T>
struct Located {
  T value;
  SourceRange range;
};

// An element, a block, a warning or an exception: its name, and the fields to compare (those not
// given may be anything). `markdown`, `{markdown: {body: "8"}}`, `{ValueError: {message: no}}`.
struct ExpectedItem {
  std::string name;
  std::vector<PlainMember> fields;
  SourceRange range;
};

using FunctionCounts = std::map<std::string, int64_t>;  // by __name__; every count is at least 1

struct Expectation {
  std::optional<Located<std::vector<ExpectedItem>>> elements;  // all of them, in order, no blocks
  std::vector<ExpectedItem> contains;                          // anywhere, blocks too
  std::vector<ExpectedItem> absent;                            // nowhere, blocks too
  std::optional<Located<std::vector<ExpectedItem>>> warnings;  // exactly these, in order
  std::optional<Located<FunctionCounts>> executed;             // exact
  std::optional<Located<FunctionCounts>> hits;                 // exact
  std::optional<Located<FunctionCounts>> misses;               // exact
  std::optional<Located<std::vector<std::string>>> printed;    // exactly these lines
  std::optional<Located<std::string>> status;                  // one of kExpectedStatuses
  std::optional<ExpectedItem> exception;
  std::optional<std::string> profile;  // checked under this profile only
};

inline constexpr const char* kExpectedStatuses[] = {"ok",       "exception", "stop",
                                                    "deadlock", "limit",     "syntax-error"};

}  // namespace streplay

#endif  // STREPLAY_SCENARIO_EXPECTATION_H_
