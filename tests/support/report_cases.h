// Results of every kind, for the tests of the reporters.
#ifndef STREPLAY_TESTS_SUPPORT_REPORT_CASES_H_
#define STREPLAY_TESTS_SUPPORT_REPORT_CASES_H_

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "report/reporter.h"

namespace streplay {

inline SourceTextPtr ScenarioSource() {
  return std::make_shared<SourceText>("scenarios/a.yaml",
                                      "title: t\nsteps:\n  - run\n  - expect: {}\n");
}

inline ScenarioResult PlainResult(CheckOutcome outcome, const std::string& name = "a") {
  ScenarioResult result;
  result.path = "scenarios/" + name + ".yaml";
  result.id = name;
  result.profile = "documented";
  result.title = "A title";
  result.rules = {"replay.static"};
  result.golden_path = "golden/documented/" + name + ".jsonl";
  result.outcome = outcome;
  result.run_count = 2;
  result.record_count = 9;
  return result;
}

inline ReportedDifference BodyDifference(std::string expected, std::string got) {
  Difference difference;
  difference.run = 2;
  difference.what = "markdown";
  difference.path = DeltaPath{0, 3};
  difference.field = "body";
  difference.expected = std::move(expected);
  difference.got = std::move(got);
  difference.expected_record = 5;
  difference.got_record = 5;
  return {difference, {"run", {ScenarioSource(), {3, 5}, {3, 8}}}, 7};
}

// A form with three records in it that the golden lacks.
inline ReportedDifference ExtraForm() {
  Difference extra;
  extra.kind = Difference::Kind::kExtra;
  extra.run = 2;
  extra.what = "form";
  extra.path = DeltaPath{0, 4};
  extra.got = R"({"op":"block","path":[0,4],"type":"form","fields":{}})";
  extra.following = 3;
  extra.got_record = 6;
  return {extra, {"run", {ScenarioSource(), {3, 5}, {3, 8}}}, 0};
}

inline ScenarioResult Failed(const std::string& name) {
  ScenarioResult result = PlainResult(CheckOutcome::kFail, name);
  result.differences = {BodyDifference("\"a\"", "\"b\""), ExtraForm()};
  result.proposal = GoldenProposal{"cbf29ce484222325", "{\"streplay\":1}\n"};
  return result;
}

inline ScenarioResult Unexpected(const std::string& name) {
  ScenarioResult result = PlainResult(CheckOutcome::kFail, name);
  result.rules = {"a.b", "c.d"};
  result.expectations = {
      {{ScenarioSource(), {4, 5}, {4, 11}}, 1, "executed", "{f: 1}", "{}", "limit: too much"}};
  return result;
}

inline ScenarioResult Invalid(const std::string& name) {
  ScenarioResult result;
  result.path = "scenarios/" + name + ".yaml";
  result.outcome = CheckOutcome::kInvalid;
  AddError(result.diagnostics, {ScenarioSource(), {3, 5}, {3, 8}}, "no such step", "say `run`");
  return result;
}

inline ScenarioResult Missing(const std::string& name) {
  ScenarioResult result = PlainResult(CheckOutcome::kMissing, name);
  result.golden_written = true;
  result.proposal = GoldenProposal{std::nullopt, "{\"streplay\":1}\n"};
  return result;
}

inline ScenarioResult Unwritable(const std::string& name) {
  ScenarioResult result = PlainResult(CheckOutcome::kError, name);
  result.error = result.golden_path + " cannot be written: No space left on device";
  return result;
}

inline ScenarioResult Skipped(const std::string& name) {
  ScenarioResult result = PlainResult(CheckOutcome::kSkipped, name);
  result.golden_path.clear();
  result.run_count = result.record_count = 0;
  result.skip_reason = "the scenario has no profile `documented`";
  return result;
}

// One of each.
inline std::vector<ScenarioResult> EveryResult() {
  return {PlainResult(CheckOutcome::kPass, "a/passed"),
          PlainResult(CheckOutcome::kUpdated, "a/updated"),
          Failed("b/failed"),
          Unexpected("b/unexpected"),
          Missing("c/missing"),
          Invalid("invalid"),
          Unwritable("unwritable"),
          Skipped("skipped")};
}

inline CheckReport ReportOf(std::vector<ScenarioResult> results) {
  CheckReport report;
  report.info = {"1.0", false, std::nullopt, results.size()};
  report.totals.scenario_count = results.size();
  for (const ScenarioResult& result : results) report.totals.Add(result);
  report.results = std::move(results);
  return report;
}

inline void Feed(const CheckReport& report, Reporter& reporter) {
  reporter.Begin(report.info);
  for (const ScenarioResult& result : report.results) reporter.Finished(result);
  reporter.End(report.totals);
}

// What a reporter that is made of a stream alone writes.
template <typename Renderer, typename... More>
std::string Rendered(const CheckReport& report, More... more) {
  std::ostringstream out;
  Renderer reporter(out, more...);
  Feed(report, reporter);
  return out.str();
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_SUPPORT_REPORT_CASES_H_
