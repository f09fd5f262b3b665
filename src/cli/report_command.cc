// `streplay report`: renders JSON reports of earlier checks again, one as it is or several shards
// as one.
#include "base/diagnostic_formatter.h"
#include "cli/exit_code.h"
#include "cli/program_command.h"
#include "cli/report_outputs.h"
#include "cli/usage_error.h"
#include "cli/whole_report.h"
#include "report/report_merge.h"

namespace streplay {
namespace {

constexpr std::string_view kHelp =
    R"(Renders what earlier checks reported with `--report json:FILE`.

Usage: streplay report [show] FILE [OPTIONS]
       streplay report merge FILE... [OPTIONS]

`show` renders one report, `merge` those of all shards of a check as one. It
refuses reports that are cut off or of different versions, a shard that is
missing or comes twice, and a scenario that stands in two of them. Both end with
the exit code that the check had.

  --report FORMAT[:FILE]
                       how, and to which file, as for `streplay check`; may be
                       given again (default: terminal)
  -v, --verbose        list what passed, too
)";

struct ReportOptions {
  std::vector<std::string> words;
  std::vector<std::string> reports;
  bool verbose = false;
  bool has_colour = false;
};

// Every file is read, so that all that is wrong is told at once.
std::optional<CheckReport> ReadAll(const std::vector<std::string>& paths,
                                   const Environment& environment, Diagnostics& diagnostics) {
  std::vector<NamedReport> reports;
  for (const std::string& path : paths) {
    std::optional<CheckReport> report = ReadWholeReport(path, environment, diagnostics);
    if (report) reports.push_back({path, std::move(*report)});
  }
  if (reports.size() < paths.size()) return std::nullopt;
  return MergeReports(std::move(reports), diagnostics);
}

int RunReport(const ReportOptions& options, Environment& environment) {
  std::vector<std::string> paths = options.words;
  bool is_merge = paths.front() == "merge";
  if (is_merge || paths.front() == "show") paths.erase(paths.begin());
  const std::string see_help = "see `streplay report --help`";
  if (paths.empty()) return UsageError("a report's FILE is required", see_help, environment);
  if (!is_merge && paths.size() > 1) {
    return UsageError("unexpected argument `" + paths[1] + "`",
                      "several reports become one with `streplay report merge`", environment);
  }
  std::optional<std::vector<ReportRequest>> requests =
      ReadReportRequests(options.reports, environment);
  if (!requests) return kExitInvalid;
  Diagnostics diagnostics;
  std::optional<CheckReport> report = is_merge
                                          ? ReadAll(paths, environment, diagnostics)
                                          : ReadWholeReport(paths[0], environment, diagnostics);
  if (!report) {
    environment.err << FormatDiagnostics(diagnostics);
    return kExitInvalid;
  }
  TerminalOptions terminal = TerminalOptionsOf(environment, options.has_colour, options.verbose);
  terminal.has_progress = false;
  return WriteReport(*report, *requests, terminal, environment);
}

CommandRun Declare(OptionSet& options, const Environment&) {
  auto report = std::make_shared<ReportOptions>();
  options.Arguments("FILE", report->words);
  options.Texts("--report", report->reports);
  options.Flag("-v,--verbose", report->verbose);
  return [report](Environment& world, bool has_colour) {
    report->has_colour = has_colour;
    return RunReport(*report, world);
  };
}

}  // namespace

ProgramCommand ReportCommand() {
  return {"report", "report FILE...", "render reports of earlier checks", kHelp, Declare};
}

}  // namespace streplay
