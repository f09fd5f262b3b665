// The report as GitHub's Markdown, made for a job summary: the totals, then what is not good.
#ifndef STREPLAY_REPORT_MARKDOWN_REPORTER_H_
#define STREPLAY_REPORT_MARKDOWN_REPORTER_H_

#include <ostream>
#include <string>

#include "report/finding.h"
#include "report/reporter.h"

namespace streplay {

class MarkdownReporter : public Reporter {
 public:
  explicit MarkdownReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override { info_ = info; }
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  std::ostream& out_;
  RunInfo info_;
  std::string bad_;  // what the results that are not good say
  size_t bad_count_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_MARKDOWN_REPORTER_H_
