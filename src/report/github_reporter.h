// Annotations for GitHub Actions: one a finding, at the scenario's line. GitHub shows ten errors of
// a step and drops the others, so what comes after the tenth is only counted.
#ifndef STREPLAY_REPORT_GITHUB_REPORTER_H_
#define STREPLAY_REPORT_GITHUB_REPORTER_H_

#include <ostream>

#include "report/finding.h"
#include "report/reporter.h"

namespace streplay {

class GithubReporter : public Reporter {
 public:
  explicit GithubReporter(std::ostream& out) : out_(out) {}

  void Begin(const RunInfo& info) override { in_ci_ = info.in_ci; }
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

 private:
  void Annotate(const Finding& finding, const std::string& title,
                const std::vector<std::string>& rules);

  std::ostream& out_;
  bool in_ci_ = false;
  size_t written_ = 0;
  size_t left_out_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_GITHUB_REPORTER_H_
