// A report that an earlier check wrote, read from its file.
#ifndef STREPLAY_CLI_WHOLE_REPORT_H_
#define STREPLAY_CLI_WHOLE_REPORT_H_

#include <optional>
#include <string>

#include "cli/environment.h"
#include "report/report_reader.h"

namespace streplay {

// Nothing, and at least one error, when it cannot be read or is not whole.
[[nodiscard]] std::optional<CheckReport> ReadWholeReport(const std::string& path,
                                                         const Environment& environment,
                                                         Diagnostics& diagnostics);

}  // namespace streplay

#endif  // STREPLAY_CLI_WHOLE_REPORT_H_
