// The report of `conform` for people: each case that failed with all that helps to find out why.
#ifndef STREPLAY_CLI_CONFORMANCE_REPORT_H_
#define STREPLAY_CLI_CONFORMANCE_REPORT_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <ostream>
#include <string>

#include "adapter/expectation_list.h"
#include "adapter/protocol.h"
#include "cli/conform_case.h"
#include "report/style.h"

namespace streplay {

struct ConformanceReportOptions {
  bool has_colour = false;
  bool lists_all = false;    // what passed, what is expected and what was skipped, too
  std::string reproduction;  // a command line that lacks the scenario's path only
};

// How many script runs took how long, one after the other.
struct RunSpeed {
  size_t run_count = 0;
  std::chrono::nanoseconds elapsed{0};

  double PerSecond() const {
    return static_cast<double>(run_count) / std::chrono::duration<double>(elapsed).count();
  }
};

class ConformanceReport {
 public:
  ConformanceReport(std::ostream& out, ConformanceReportOptions options);

  void Begin(const AdapterInfo& adapter, std::string_view profile);
  void Finished(const ConformResult& result, ListVerdict verdict);
  void Unmatched(const ExpectationEntry& entry, const std::string& list_path);
  // The adapter does not come up (again).
  void Failed(const CaseAnswer& failure);
  void End();
  void Speed(const AdapterInfo& adapter, const RunSpeed& of_adapter, const RunSpeed& of_model);

 private:
  void PrintCase(const ConformResult& result, ListVerdict verdict);
  void PrintDifferences(const ConformResult& result);
  void PrintErrors(const std::string& errors);

  std::ostream& out_;
  ConformanceReportOptions options_;
  Style style_;
  std::array<size_t, kConformOutcomeCount> by_outcome_{};
  size_t scenario_count_ = 0;
  size_t run_count_ = 0;
  size_t expected_count_ = 0;    // failures that are listed
  size_t unexpected_count_ = 0;  // ways in which the list does not hold
  size_t restart_count_ = 0;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_CONFORMANCE_REPORT_H_
