// The report as one HTML file that needs nothing else: no script, no address, its style inside. The
// totals, then what is not good in full, then what is, folded away.
#ifndef STREPLAY_REPORT_HTML_REPORTER_H_
#define STREPLAY_REPORT_HTML_REPORTER_H_

#include <ostream>
#include <string>

#include "report/reporter.h"

namespace streplay {

class HtmlReporter : public Reporter {
 public:
  explicit HtmlReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override { info_ = info; }
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  std::ostream& out_;
  RunInfo info_;
  std::string bad_;   // sections
  std::string good_;  // list items, as the next
  std::string skipped_;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_HTML_REPORTER_H_
