// What is wrong with a result, one thing at a time and in words: what every report for people says,
// whatever its format. The texts are raw; who writes them escapes them.
#ifndef STREPLAY_REPORT_FINDING_H_
#define STREPLAY_REPORT_FINDING_H_

#include <optional>
#include <string>
#include <vector>

#include "report/difference_text.h"
#include "report/result.h"

namespace streplay {

struct Finding {
  std::string file;  // the scenario, or a golden that cannot be read
  int line = 0;      // 0: the file as a whole
  int column = 0;
  std::string context;   // "run 2 · run"; may be empty
  std::string sentence;  // "markdown at [0,3]: `body` differs"
  std::optional<BothSides> sides;
  std::string golden_place;  // "golden/documented/a.jsonl:7"; may be empty
  std::string note;          // what more there is to say, or what to do; may be empty
};

// At most kMaxDifferencesOfResult of the differences; empty when nothing is wrong.
std::vector<Finding> FindingsOf(const ScenarioResult& result, bool in_ci);

// One for each golden that no scenario has, and for what went wrong with them.
std::vector<Finding> FindingsOf(const ObsoleteGoldens& obsolete);

// How many differences FindingsOf() leaves out.
size_t LeftOutDifferences(const ScenarioResult& result);

// What to do about a golden that is missing.
std::string MissingSentence(const ScenarioResult& result, bool in_ci);

// "scenarios/a.yaml documented".
std::string ResultName(const ScenarioResult& result);

// "golden/documented/a.jsonl:7".
std::string PlaceText(const std::string& file, int line);

// "3 failed, 12 passed": what is bad comes first; "nothing ran" without any.
std::string TotalsSentence(const Totals& totals);

// "(3 scenarios, 9 runs, 41 records)".
std::string WorkSentence(const Totals& totals);

}  // namespace streplay

#endif  // STREPLAY_REPORT_FINDING_H_
