// The report for programs: all that the result model holds, as one JSON document
// (specs/report-format.md), written as the results come. Its last key is a footer, so a report that
// was cut off is never taken for a whole one. report/report_reader.h reads it back.
#ifndef STREPLAY_REPORT_JSON_REPORTER_H_
#define STREPLAY_REPORT_JSON_REPORTER_H_

#include <ostream>

#include "report/reporter.h"

namespace streplay {

inline constexpr int kReportFormat = 1;

class JsonReporter : public Reporter {
 public:
  explicit JsonReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override;
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  std::ostream& out_;
  bool any_result_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_JSON_REPORTER_H_
