// Which scenario files the paths of a command line mean.
#ifndef STREPLAY_CLI_SCENARIO_FILES_H_
#define STREPLAY_CLI_SCENARIO_FILES_H_

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "golden/file_system.h"

namespace streplay {

// `./a//b/` and `a/b` are one path; `..` is left alone, since a link may stand before it.
std::string TidyPath(const std::string& path);

// A file is itself; a folder is every `.yaml` and `.yml` file below it, but for what is hidden (its
// name starts with a dot) and what is reached through a link. Sorted, folder by folder in byte
// order, whatever the order of `paths`; a file that two of them name comes once. Nothing when a
// path is not there; then diagnostics say so.
[[nodiscard]] std::optional<std::vector<std::string>> FindScenarioFiles(
    const std::vector<std::string>& paths, const FileSystem& files, Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_CLI_SCENARIO_FILES_H_
