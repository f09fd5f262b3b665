// The report as JUnit's XML: a test case for each scenario and profile, its class the folder. No
// times: they would differ from run to run. Well-formed whatever the scenarios' texts hold.
#ifndef STREPLAY_REPORT_JUNIT_REPORTER_H_
#define STREPLAY_REPORT_JUNIT_REPORTER_H_

#include <ostream>
#include <string>

#include "report/reporter.h"

namespace streplay {

class JunitReporter : public Reporter {
 public:
  explicit JunitReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override { info_ = info; }
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  std::ostream& out_;
  RunInfo info_;
  std::string cases_;  // the counts stand before them, and come last
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_JUNIT_REPORTER_H_
