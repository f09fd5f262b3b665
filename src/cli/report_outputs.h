// Where a check is reported: `--report FORMAT[:FILE]`, any number of them (specs/cli.md).
#ifndef STREPLAY_CLI_REPORT_OUTPUTS_H_
#define STREPLAY_CLI_REPORT_OUTPUTS_H_

#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "report/report_format.h"

namespace streplay {

struct ReportRequest {
  ReportFormat format = ReportFormat::kTerminal;
  std::string file;  // empty: standard output
  bool operator==(const ReportRequest&) const = default;
};

// Each word is "FORMAT", "FORMAT:-" or "FORMAT:FILE". The terminal's report on standard output
// comes first, unless the words put another one there. Nothing for a mistake; then a usage error
// has been written.
[[nodiscard]] std::optional<std::vector<ReportRequest>> ReadReportRequests(
    const std::vector<std::string>& words, const Environment& environment);

// The options of the terminal's report on standard output.
TerminalOptions TerminalOptionsOf(const Environment& environment, bool has_colour, bool lists_good);

// Hands all that it is told to every reporter that was asked for.
class ReportOutputs : public Reporter {
 public:
  ReportOutputs(const std::vector<ReportRequest>& requests, const TerminalOptions& options,
                Environment& environment);

  void Begin(const RunInfo& info) override;
  void Finished(const ScenarioResult& result) override;
  void End(const Totals& totals) override;

  // Writes the files, each at once: it holds the old report or the whole new one. False when one
  // cannot be written; standard error says why.
  [[nodiscard]] bool Save();

 private:
  struct Output {
    std::string file;
    std::unique_ptr<std::ostringstream> text;  // of a file
    std::unique_ptr<Reporter> reporter;
  };

  Environment& environment_;
  std::vector<Output> outputs_;
};

// `report`, told to every reporter asked for, and saved. Returns the exit code that the check had.
int WriteReport(const CheckReport& report, const std::vector<ReportRequest>& requests,
                const TerminalOptions& options, Environment& environment);

}  // namespace streplay

#endif  // STREPLAY_CLI_REPORT_OUTPUTS_H_
