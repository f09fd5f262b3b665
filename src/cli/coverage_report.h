// What `coverage` found, and how it is printed: what is missing first, the totals last.
#ifndef STREPLAY_CLI_COVERAGE_REPORT_H_
#define STREPLAY_CLI_COVERAGE_REPORT_H_

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "report/share.h"
#include "report/style.h"
#include "scenario/coverage.h"
#include "scenario/rules.h"
#include "scenario/scenario.h"

namespace streplay {

// A command of the documentation page. The scenarios that cover its rule are its own.
struct PageCommand {
  std::string_view spelling;  // as on the page: "st.ballons"
  bool is_widget = false;
  std::string rule;               // "replay.command.balloons"
  std::vector<size_t> scenarios;  // by index, ascending
};

struct CoverageReport {
  std::vector<Rule> rules;
  std::vector<Scenario> scenarios;
  Coverage coverage;
  std::vector<PageCommand> commands;  // in the order of the page
};

Share RulesShare(const CoverageReport& report);
Share CommandsShare(const CoverageReport& report);

struct CoverageTextOptions {
  size_t fail_under = 100;
  bool lists_all = false;  // every rule and command with its scenarios, too
};

void PrintCoverage(const CoverageReport& report, const CoverageTextOptions& options,
                   const Style& style, std::ostream& out);

}  // namespace streplay

#endif  // STREPLAY_CLI_COVERAGE_REPORT_H_
