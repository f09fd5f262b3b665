// Holds the commands of profile streamlit-1.18 to tables recorded from a real Streamlit
// (tests/runtime/commands/README.md).
#include <string>
#include <vector>

#include "runtime/masked_fields.h"
#include "runtime/recorded_runs.h"
#include "runtime/simulation.h"
#include "stream/stream_writer.h"
#include "support/catch.h"

namespace streplay {
namespace {

MappedText Mapped(const std::string& text) {
  auto source = std::make_shared<const SourceText>("case.py", text);
  MappedText mapped{text, {}};
  for (int line = 1; line <= source->line_count(); ++line) {
    mapped.origins.push_back({source, {line, 1}});
  }
  return mapped;
}

std::string Line(const DeltaRecord& record) {
  std::string line;
  for (int32_t index : record.path) line += (line.empty() ? "" : ".") + std::to_string(index);
  line += " " + record.element->type + " ";
  AppendFields(line, MaskedFields(record.element->fields));
  return line + "\n";
}

std::string Lines(const ElementStream& stream) {
  std::string lines;
  for (const Record& record : stream.records) {
    if (const auto* delta = std::get_if<DeltaRecord>(&record)) lines += Line(*delta);
    if (const auto* print = std::get_if<PrintRecord>(&record)) {
      lines += "print " + JsonStringText(print->text) + "\n";
    }
    const auto* end = std::get_if<EndRecord>(&record);
    if (end == nullptr) continue;
    if (end->status == RunStatus::kOk || end->status == RunStatus::kException) continue;
    lines += "end " + std::string(RunStatusName(end->status)) + "\n";
  }
  return lines.empty() ? "nothing\n" : lines;
}

std::string Run(const std::string& definitions, const std::string& source) {
  Scenario scenario;
  scenario.path = scenario.id = "case";
  scenario.title = "case";
  scenario.definitions = Mapped(definitions);
  scenario.steps.push_back(
      {{}, CallStep{source, Concatenate(scenario.definitions, Mapped(source))}});
  Outcome outcome = Simulate(scenario, *FindProfile("streamlit-1.18"));
  std::string lines = Lines(outcome.stream);
  for (const RunOutcome& run : outcome.runs) {
    if (!run.limit.empty()) lines += "limit: " + run.limit + "\n";
  }
  for (const Diagnostic& diagnostic : outcome.diagnostics) lines += diagnostic.message + "\n";
  return lines;
}

void CheckTable(const std::string& name) {
  std::vector<RecordedCase> cases =
      ReadRecordedCases(std::string(STREPLAY_SOURCE_DIR) + "/tests/runtime/commands/" + name);
  REQUIRE(cases.size() > 1);
  REQUIRE(cases.front().name == "definitions");
  for (size_t i = 1; i < cases.size(); ++i) {
    INFO(name << ": " << cases[i].name << "\n" << cases[i].scenario);
    CHECK(Run(cases[0].scenario, cases[i].scenario) == cases[i].expected);
  }
}

}  // namespace

TEST_CASE("text commands place what Streamlit's do") {
  CheckTable("text.txt");
}
TEST_CASE("st.write shows by type what Streamlit's does") {
  CheckTable("write.txt");
}
TEST_CASE("containers and handles are Streamlit's") {
  CheckTable("layout.txt");
}
TEST_CASE("charts and tables place what Streamlit's do") {
  CheckTable("charts.txt");
}
TEST_CASE("tables and charts accept the data that Streamlit's do") {
  CheckTable("data.txt");
}
TEST_CASE("media commands place what Streamlit's do") {
  CheckTable("media.txt");
}
TEST_CASE("st.help says what Streamlit's does") {
  CheckTable("help.txt");
}
TEST_CASE("spinners and echoes are Streamlit's") {
  CheckTable("blocks.txt");
}
TEST_CASE("widgets place and return what Streamlit's do") {
  CheckTable("widgets.txt");
}
TEST_CASE("configuration, parameters and ends of runs are Streamlit's") {
  CheckTable("control.txt");
}

}  // namespace streplay
