// The pending goldens that the commands of a review work on.
#ifndef STREPLAY_CLI_PENDING_GOLDENS_H_
#define STREPLAY_CLI_PENDING_GOLDENS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "golden/golden_comparison.h"

namespace streplay {

struct PendingGolden {
  std::string root;  // the folder that nothing may leave
  std::string name;  // the golden's path below it
  std::string path;  // and as people see it
};

// All of them below `root`; without one, below the current folder. Nothing when a folder cannot be
// read; then `environment.err` says so.
[[nodiscard]] std::optional<std::vector<PendingGolden>> FindPending(
    const std::optional<std::string>& root, const Environment& environment);

// Those whose golden's path ends in one of `suffixes`, whole names only; its extension may be left
// out. All when there are none. Nothing when a suffix means no or several goldens; then
// `environment.err` names those that it may mean.
[[nodiscard]] std::optional<std::vector<PendingGolden>> SelectPending(
    const std::vector<PendingGolden>& pending, const std::vector<std::string>& suffixes,
    const Environment& environment);

// Whether goldens are named by suffixes or all are meant, not both; else `environment.err` says
// what `command` wants.
[[nodiscard]] bool CheckSelection(const std::vector<std::string>& suffixes, bool all,
                                  const std::string& command, const Environment& environment);

// What a pending golden holds, and how it differs from the golden.
struct PendingContent {
  std::string text;
  ElementStream stream;
  GoldenComparison comparison;
  Diagnostics diagnostics;  // when it is no golden itself; nothing else counts then
};

PendingContent ReadPending(const PendingGolden& pending, FileSystem& files);

}  // namespace streplay

#endif  // STREPLAY_CLI_PENDING_GOLDENS_H_
