// A reporter renders the results of one `check` as they come. One file a format.
#ifndef STREPLAY_REPORT_REPORTER_H_
#define STREPLAY_REPORT_REPORTER_H_

#include "report/result.h"

namespace streplay {

class Reporter {
 public:
  virtual ~Reporter() = default;

  // Called once, then once for each result in the order of the scenarios (whatever the number of
  // threads; the results of a scenario come one after the other), then once at the end.
  virtual void Begin(const RunInfo& info) = 0;
  virtual void Finished(const ScenarioResult& result) = 0;
  virtual void End(const Totals& totals) = 0;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_REPORTER_H_
