#include "report/report_format.h"

#include <algorithm>
#include <array>

#include "report/github_reporter.h"
#include "report/html_reporter.h"
#include "report/json_reporter.h"
#include "report/junit_reporter.h"
#include "report/markdown_reporter.h"
#include "report/tap_reporter.h"

namespace streplay {
namespace {

constexpr std::array<std::string_view, 7> kNames = {"terminal", "json",     "junit", "tap",
                                                    "github",   "markdown", "html"};

}  // namespace

std::span<const std::string_view> ReportFormatNames() {
  return kNames;
}

std::optional<ReportFormat> ParseReportFormat(std::string_view name) {
  auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<ReportFormat>(found - kNames.begin());
}

std::unique_ptr<Reporter> MakeReporter(ReportFormat format, std::ostream& out,
                                       const TerminalOptions& options) {
  switch (format) {
    case ReportFormat::kTerminal:
      return std::make_unique<TerminalReporter>(out, options);
    case ReportFormat::kJson:
      return std::make_unique<JsonReporter>(out);
    case ReportFormat::kJunit:
      return std::make_unique<JunitReporter>(out);
    case ReportFormat::kTap:
      return std::make_unique<TapReporter>(out);
    case ReportFormat::kGithub:
      return std::make_unique<GithubReporter>(out);
    case ReportFormat::kMarkdown:
      return std::make_unique<MarkdownReporter>(out);
    case ReportFormat::kHtml:
      break;
  }
  return std::make_unique<HtmlReporter>(out);
}

}  // namespace streplay
