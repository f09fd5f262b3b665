// The report for people: every result that is not good with what was expected, what came, where it
// stands and which rules the scenario covers; the totals last.
#ifndef STREPLAY_REPORT_TERMINAL_REPORTER_H_
#define STREPLAY_REPORT_TERMINAL_REPORTER_H_

#include <ostream>

#include <string>

#include "report/progress_line.h"
#include "report/reporter.h"
#include "report/style.h"

namespace streplay {

struct TerminalOptions {
  bool has_colour = false;
  bool lists_good = false;    // a line for each result that passed, too
  size_t columns = 0;         // of the terminal; 0: there is none
  bool has_progress = false;  // the terminal's last line says how far the check is
};

class TerminalReporter : public Reporter {
 public:
  TerminalReporter(std::ostream& out, const TerminalOptions& options);

  void Begin(const RunInfo& info) override;
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  void Print(const ScenarioResult& result);
  void PrintHeading(const ScenarioResult& result);
  void PrintExpectation(const ReportedExpectation& expectation);
  void PrintExplainHint(const ScenarioResult& result);
  void PrintRules(const ScenarioResult& result);
  void PrintObsolete(const ObsoleteGoldens& obsolete);
  void PrintWhatNext(const Totals& totals);

  std::ostream& out_;
  TerminalOptions options_;
  Style style_;
  ProgressLine progress_;
  size_t scenario_count_ = 0;  // of the whole check
  size_t finished_count_ = 0;  // scenarios, up to now
  std::string last_path_;
  bool in_ci_ = false;  // what the hints say
  bool any_difference_ = false;
  bool any_pending_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_TERMINAL_REPORTER_H_
