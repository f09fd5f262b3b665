// The formats in which a check can be reported, by name.
#ifndef STREPLAY_REPORT_REPORT_FORMAT_H_
#define STREPLAY_REPORT_REPORT_FORMAT_H_

#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

#include "report/reporter.h"
#include "report/terminal_reporter.h"

namespace streplay {

enum class ReportFormat { kTerminal, kJson, kJunit, kTap, kGithub, kMarkdown, kHtml };

// "terminal", "json", "junit", "tap", "github", "markdown", "html": in the order of the values.
std::span<const std::string_view> ReportFormatNames();
std::optional<ReportFormat> ParseReportFormat(std::string_view name);

// `out` outlives the reporter; the options are for the terminal's alone.
std::unique_ptr<Reporter> MakeReporter(ReportFormat format, std::ostream& out,
                                       const TerminalOptions& options);

}  // namespace streplay

#endif  // STREPLAY_REPORT_REPORT_FORMAT_H_
