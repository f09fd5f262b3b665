// How `list` prints what there is. The JSON forms are one object on one line, with `format`, the
// number that changes with their keys' meaning (specs/cli.md).
#ifndef STREPLAY_CLI_LIST_TEXT_H_
#define STREPLAY_CLI_LIST_TEXT_H_

#include <ostream>
#include <string>
#include <vector>

#include "report/style.h"
#include "scenario/rules.h"
#include "scenario/scenario.h"

namespace streplay {

struct ListStyle {
  Style style;
  bool has_details = false;
};

void PrintScenariosText(const std::vector<Scenario>& scenarios, const ListStyle& list,
                        std::ostream& out);
void PrintScenariosJson(const std::vector<Scenario>& scenarios, std::ostream& out);

struct ListedRule {
  Rule rule;
  std::vector<std::string> scenarios;  // the ids of those that cover it
};

// In the order of `rules`.
std::vector<ListedRule> ListRules(const std::vector<Rule>& rules,
                                  const std::vector<Scenario>& scenarios);

void PrintRulesText(const std::vector<ListedRule>& rules, const ListStyle& list, std::ostream& out);
void PrintRulesJson(const std::vector<ListedRule>& rules, std::ostream& out);

// The commands that scripts may use, sorted by name; then the names that are refused, with the
// reasons.
void PrintCommandsText(const Style& style, std::ostream& out);
void PrintCommandsJson(std::ostream& out);

}  // namespace streplay

#endif  // STREPLAY_CLI_LIST_TEXT_H_
