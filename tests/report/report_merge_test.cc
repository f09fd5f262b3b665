#include "report/report_merge.h"

#include "base/diagnostic_formatter.h"
#include "report/json_reporter.h"
#include "support/catch.h"
#include "support/report_cases.h"

namespace streplay {
namespace {

NamedReport ShardReport(size_t index, size_t count, std::vector<ScenarioResult> results) {
  NamedReport named{std::to_string(index) + ".json", ReportOf(std::move(results))};
  named.report.info.shard = ShardInfo{index, count, "slice"};
  return named;
}

NamedReport OfOne(size_t index, size_t count, const std::string& name) {
  return ShardReport(index, count, {PlainResult(CheckOutcome::kPass, name)});
}

std::string Problem(std::vector<NamedReport> reports) {
  Diagnostics diagnostics;
  std::optional<CheckReport> merged = MergeReports(std::move(reports), diagnostics);
  CHECK(!merged);
  return FormatDiagnostics(diagnostics);
}

TEST_CASE("all shards together give the report of the whole check") {
  std::vector<ScenarioResult> all = {PlainResult(CheckOutcome::kPass, "a/z"), Failed("a-b/c"),
                                     Missing("a.b"), Invalid("b"), Skipped("c")};
  Diagnostics diagnostics;
  auto merged = MergeReports({ShardReport(2, 3, {all[1], all[4]}),
                              ShardReport(1, 3, {all[0], all[3]}), ShardReport(3, 3, {all[2]})},
                             diagnostics);
  REQUIRE(merged);
  CHECK(Rendered<JsonReporter>(*merged) == Rendered<JsonReporter>(ReportOf(all)));
}

TEST_CASE("results of one scenario stay together in their order") {
  ScenarioResult second = PlainResult(CheckOutcome::kPass, "b");
  second.profile = "streamlit-1.18";
  std::vector<ScenarioResult> b = {PlainResult(CheckOutcome::kPass, "b"), second};
  Diagnostics diagnostics;
  auto merged = MergeReports({ShardReport(1, 2, b), OfOne(2, 2, "a")}, diagnostics);
  REQUIRE(merged);
  CHECK(merged->results[0].id == "a");
  CHECK(merged->results[1].profile == "documented");
  CHECK(merged->results[2].profile == "streamlit-1.18");
}

TEST_CASE("a shard that is missing, or comes twice, is told") {
  CHECK(Problem({OfOne(1, 3, "a"), OfOne(3, 3, "b")}) ==
        "streplay: error: shard 2 of 3 is missing\n"
        "    = name the reports of all shards\n");
  CHECK(Problem({OfOne(2, 40, "a")}) ==
        "streplay: error: shards 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, … of 40 are missing\n"
        "    = name the reports of all shards\n");
  NamedReport again = OfOne(1, 2, "b");
  again.name = "again.json";
  CHECK(Problem({OfOne(1, 2, "a"), OfOne(2, 2, "c"), again}) ==
        "again.json: error: shard 1/2 (slice) is in 1.json already\n");
}

TEST_CASE("a scenario that stands in two reports is told") {
  CHECK(Problem({OfOne(1, 2, "a"), OfOne(2, 2, "a")}) ==
        "2.json: error: it holds scenarios/a.yaml documented, and so does 1.json\n");
  NamedReport first{"x.json", ReportOf({Invalid("a")})};
  NamedReport second{"y.json", ReportOf({Invalid("a")})};
  CHECK(Problem({first, second}) ==
        "y.json: error: it holds scenarios/a.yaml, and so does x.json\n");
}

TEST_CASE("reports of different deals or versions are not merged") {
  CHECK(Problem({OfOne(1, 2, "a"), OfOne(2, 3, "b")}) ==
        "2.json: error: it is shard 2/3 (slice), and 1.json is shard 1/2 (slice)\n");
  NamedReport hashed = OfOne(2, 2, "b");
  hashed.report.info.shard->kind = "hash";
  CHECK(Problem({OfOne(1, 2, "a"), hashed}) ==
        "2.json: error: it is shard 2/2 (hash), and 1.json is shard 1/2 (slice)\n");
  NamedReport whole{"whole.json", ReportOf({})};
  CHECK(Problem({OfOne(1, 2, "a"), whole}) ==
        "whole.json: error: it is no shard, and 1.json is one\n");
  CHECK(Problem({whole, OfOne(1, 2, "a")}) ==
        "1.json: error: it is a shard, and whole.json is none\n");
  NamedReport newer = OfOne(2, 2, "b");
  newer.report.info.version = "2.0";
  CHECK(Problem({OfOne(1, 2, "a"), newer}) ==
        "2.json: error: it is of streplay 2.0, and 1.json of streplay 1.0\n");
}

TEST_CASE("whole checks of different scenarios become one") {
  Diagnostics diagnostics;
  NamedReport first{"x.json", ReportOf({PlainResult(CheckOutcome::kPass, "b")})};
  NamedReport second{"y.json", ReportOf({Failed("a")})};
  first.report.totals.obsolete.paths = {"golden/z"};
  second.report.totals.obsolete = {ObsoleteGoldens::Fate::kTold, {"golden/y"}, ""};
  auto merged = MergeReports({first, second}, diagnostics);
  REQUIRE(merged);
  CHECK(merged->totals.scenario_count == 2);
  CHECK(merged->totals.obsolete ==
        ObsoleteGoldens{ObsoleteGoldens::Fate::kFailed, {"golden/y", "golden/z"}, ""});
}

}  // namespace
}  // namespace streplay
