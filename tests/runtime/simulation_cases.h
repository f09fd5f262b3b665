// Running a scenario that a test holds as text, and its outcome as text.
#ifndef STREPLAY_TESTS_RUNTIME_SIMULATION_CASES_H_
#define STREPLAY_TESTS_RUNTIME_SIMULATION_CASES_H_

#include <string>

#include "base/diagnostic_formatter.h"
#include "runtime/masked_fields.h"
#include "runtime/simulation.h"
#include "scenario/scenario_loader.h"
#include "stream/stream_writer.h"
#include "support/catch.h"
#include "support/memory_file_reader.h"

namespace streplay {

// The scenario must be valid.
inline Outcome SimulateText(const std::string& text, const std::string& profile) {
  MemoryFileSystem files;
  files.AddFile("s.yaml", text);
  Diagnostics diagnostics;
  std::optional<Scenario> scenario =
      LoadScenario("s.yaml", MemoryFileReader(files), {}, diagnostics);
  INFO(FormatDiagnostics(diagnostics));
  REQUIRE(scenario.has_value());
  return Simulate(*scenario, *FindProfile(profile));
}

// What an observer sees (tests/runtime/runs/README.md), a line a record; then the reasons of limits
// and the diagnostics.
inline std::string ObservableLines(const Outcome& outcome) {
  std::string lines;
  for (const Record& record : outcome.stream.records) {
    if (const auto* run = std::get_if<RunRecord>(&record)) {
      lines += "run " + run->session + " " + std::string(RunCauseName(run->cause)) + "\n";
    } else if (const auto* delta = std::get_if<DeltaRecord>(&record)) {
      std::string path;
      for (int32_t index : delta->path) path += (path.empty() ? "" : ".") + std::to_string(index);
      lines += path + " " + delta->element->type + " ";
      AppendFields(lines, MaskedFields(delta->element->fields));
      lines += "\n";
    } else if (const auto* print = std::get_if<PrintRecord>(&record)) {
      lines += "print " + JsonStringText(print->text) + "\n";
    } else if (const auto* end = std::get_if<EndRecord>(&record)) {
      lines += "end " + std::string(RunStatusName(end->status)) + "\n";
    }
  }
  for (const RunOutcome& run : outcome.runs) {
    if (!run.limit.empty()) lines += "limit: " + run.limit + "\n";
  }
  for (const Diagnostic& diagnostic : outcome.diagnostics) lines += diagnostic.message + "\n";
  return lines;
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_RUNTIME_SIMULATION_CASES_H_
