#include "cli/report_outputs.h"

#include <algorithm>

#include "cli/check_exit_code.h"
#include "cli/usage_error.h"
#include "golden/atomic_file.h"

namespace streplay {
namespace {

std::string FormatHint(const std::string& name) {
  std::string hint = DidYouMean(name, {ReportFormatNames().begin(), ReportFormatNames().end()});
  if (!hint.empty()) return hint;
  hint = "one of";
  for (std::string_view known : ReportFormatNames()) {
    hint += (known == ReportFormatNames().front() ? " " : ", ") + std::string(known);
  }
  return hint;
}

std::optional<ReportRequest> ReadRequest(const std::string& word, const Environment& environment) {
  size_t colon = word.find(':');
  std::string name = word.substr(0, colon);
  std::optional<ReportFormat> format = ParseReportFormat(name);
  if (!format) {
    UsageError("unknown report format `" + name + "`", FormatHint(name), environment);
    return std::nullopt;
  }
  std::string file = colon == std::string::npos ? "-" : word.substr(colon + 1);
  if (file.empty()) {
    UsageError("`--report " + word + "` names no file", "", environment);
    return std::nullopt;
  }
  return ReportRequest{*format, file == "-" ? "" : file};
}

// Annotations are lines that may stand in any log; every other format must have its output alone.
bool FitsBeside(const ReportRequest& request, const ReportRequest& other) {
  if (request.file != other.file) return true;
  auto is = [](const ReportRequest& one, ReportFormat format) {
    return one.format == format && one.file.empty();
  };
  return (is(request, ReportFormat::kTerminal) && is(other, ReportFormat::kGithub)) ||
         (is(request, ReportFormat::kGithub) && is(other, ReportFormat::kTerminal));
}

// A name that leads elsewhere would be replaced, not what it leads to.
bool WriteReportFile(FileSystem& files, const std::string& path, const std::string& text,
                     std::string& error) {
  PathKind kind = files.Inspect(path);
  if (kind == PathKind::kMissing || kind == PathKind::kFile) {
    return WriteAtomically(files, path, text, error);
  }
  error = kind == PathKind::kLink ? "it is a link" : "it is no plain file";
  return false;
}

bool GoesToStandardOutput(const ReportRequest& request) {
  return request.file.empty();
}

}  // namespace

std::optional<std::vector<ReportRequest>> ReadReportRequests(const std::vector<std::string>& words,
                                                             const Environment& environment) {
  std::vector<ReportRequest> requests;
  for (const std::string& word : words) {
    std::optional<ReportRequest> request = ReadRequest(word, environment);
    if (!request) return std::nullopt;
    for (const ReportRequest& other : requests) {
      if (FitsBeside(*request, other)) continue;
      UsageError("two reports would go to " +
                     (request->file.empty() ? "standard output" : "`" + request->file + "`"),
                 "give each a file: `--report FORMAT:FILE`", environment);
      return std::nullopt;
    }
    requests.push_back(*request);
  }
  if (std::none_of(requests.begin(), requests.end(), GoesToStandardOutput)) {
    requests.insert(requests.begin(), ReportRequest{});
  }
  return requests;
}

TerminalOptions TerminalOptionsOf(const Environment& environment, bool has_colour,
                                  bool lists_good) {
  bool is_dumb = environment.variable("TERM") == "dumb";
  size_t columns = environment.out_is_terminal ? environment.out_columns : 0;
  return {has_colour, lists_good, columns, environment.out_is_terminal && !is_dumb};
}

ReportOutputs::ReportOutputs(const std::vector<ReportRequest>& requests,
                             const TerminalOptions& options, Environment& environment)
    : environment_(environment) {
  for (const ReportRequest& request : requests) {
    Output output;
    output.file = request.file;
    if (request.file.empty()) {
      output.reporter = MakeReporter(request.format, environment.out, options);
    } else {
      output.text = std::make_unique<std::ostringstream>();
      TerminalOptions in_file;
      in_file.lists_good = options.lists_good;
      output.reporter = MakeReporter(request.format, *output.text, in_file);
    }
    outputs_.push_back(std::move(output));
  }
}

void ReportOutputs::Begin(const RunInfo& info) {
  for (Output& output : outputs_) output.reporter->Begin(info);
}

void ReportOutputs::Finished(const ScenarioResult& result) {
  for (Output& output : outputs_) output.reporter->Finished(result);
}

void ReportOutputs::End(const Totals& totals) {
  for (Output& output : outputs_) output.reporter->End(totals);
}

bool ReportOutputs::Save() {
  bool ok = true;
  for (const Output& output : outputs_) {
    std::string error;
    FileSystem& files = environment_.files;
    if (!output.text || WriteReportFile(files, output.file, output.text->str(), error)) continue;
    UsageError("the report `" + output.file + "` cannot be written: " + error, "", environment_);
    ok = false;
  }
  return ok;
}

int WriteReport(const CheckReport& report, const std::vector<ReportRequest>& requests,
                const TerminalOptions& options, Environment& environment) {
  ReportOutputs outputs(requests, options, environment);
  outputs.Begin(report.info);
  for (const ScenarioResult& result : report.results) outputs.Finished(result);
  outputs.End(report.totals);
  return outputs.Save() ? ExitCodeOf(report.totals) : kExitInvalid;
}

}  // namespace streplay
