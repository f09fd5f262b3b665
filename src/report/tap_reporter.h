// The report in version 14 of the Test Anything Protocol. The plan comes last, for it counts
// profiles, which only a loaded scenario tells.
#ifndef STREPLAY_REPORT_TAP_REPORTER_H_
#define STREPLAY_REPORT_TAP_REPORTER_H_

#include <ostream>

#include "report/reporter.h"

namespace streplay {

class TapReporter : public Reporter {
 public:
  explicit TapReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override;
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  std::ostream& out_;
  bool in_ci_ = false;
  size_t count_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_TAP_REPORTER_H_
