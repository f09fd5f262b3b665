// Puts the reports of the shards of one check together.
#ifndef STREPLAY_REPORT_REPORT_MERGE_H_
#define STREPLAY_REPORT_REPORT_MERGE_H_

#include <optional>
#include <string>
#include <vector>

#include "report/result.h"

namespace streplay {

struct NamedReport {
  std::string name;  // for people: its file
  CheckReport report;
};

// The report that the whole check would have given: all results in the order of their paths, all
// counts. Nothing, and diagnostics, when the reports are not of one version, not all of the shards
// of one deal (each of them once) or not all without a shard, or two of them hold the same scenario
// under the same profile. `reports` is not empty.
[[nodiscard]] std::optional<CheckReport> MergeReports(std::vector<NamedReport> reports,
                                                      Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_REPORT_REPORT_MERGE_H_
