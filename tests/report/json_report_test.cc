#include "base/diagnostic_formatter.h"
#include "report/json_reporter.h"
#include "report/report_reader.h"
#include "support/catch.h"
#include "support/report_cases.h"

namespace streplay {
namespace {

std::string Json(const CheckReport& report) {
  return Rendered<JsonReporter>(report);
}

// What is wrong with a text that is no report.
std::string Problem(const std::string& text) {
  Diagnostics diagnostics;
  CHECK(!ReadReport("r.json", text, diagnostics));
  return FormatDiagnostics(diagnostics);
}

CheckReport Read(const std::string& text) {
  Diagnostics diagnostics;
  std::optional<CheckReport> report = ReadReport("r.json", text, diagnostics);
  INFO(FormatDiagnostics(diagnostics));
  REQUIRE(report);
  return *report;
}

std::string Replaced(std::string text, const std::string& what, const std::string& with) {
  size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

TEST_CASE("the JSON report holds all that was found") {
  CheckReport report = ReportOf(EveryResult());
  report.info.shard = ShardInfo{1, 3, "slice"};
  CHECK(Json(report) ==
        R"({"streplay_report":1,"version":"1.0","ci":false,)"
        R"("shard":{"index":1,"count":3,"kind":"slice"},"results":[
{"path":"scenarios/a/passed.yaml","scenario":"a/passed","profile":"documented",)"
        R"("title":"A title","outcome":"passed","runs":2,"records":9,"rules":["replay.static"],)"
        R"("golden_path":"golden/documented/a/passed.jsonl"},
{"path":"scenarios/a/updated.yaml","scenario":"a/updated","profile":"documented",)"
        R"("title":"A title","outcome":"updated","runs":2,"records":9,"rules":["replay.static"],)"
        R"("golden_path":"golden/documented/a/updated.jsonl"},
{"path":"scenarios/b/failed.yaml","scenario":"b/failed","profile":"documented",)"
        R"("title":"A title","outcome":"failed","runs":2,"records":9,"rules":["replay.static"],)"
        R"("golden_path":"golden/documented/b/failed.jsonl","differences":[)"
        R"({"kind":"changed","run":2,"step":{"text":"run","at":{"file":"scenarios/a.yaml",)"
        R"("line":3,"column":5,"end_line":3,"end_column":8}},"what":"markdown","path":[0,3],)"
        R"("field":"body","expected":"a","got":"b","golden_line":7,"expected_record":5,)"
        R"("got_record":5},{"kind":"extra","run":2,"step":{"text":"run","at":)"
        R"({"file":"scenarios/a.yaml","line":3,"column":5,"end_line":3,"end_column":8}},)"
        R"("what":"form","path":[0,4],"got":{"op":"block","path":[0,4],"type":"form","fields":{}},)"
        R"("following":3,"got_record":6}],"golden":{"path":"golden/documented/b/failed.jsonl",)"
        R"("expected_digest":"cbf29ce484222325","got":"{\"streplay\":1}\n"}},
{"path":"scenarios/b/unexpected.yaml","scenario":"b/unexpected","profile":"documented",)"
        R"("title":"A title","outcome":"failed","runs":2,"records":9,"rules":["a.b","c.d"],)"
        R"("golden_path":"golden/documented/b/unexpected.jsonl","expectations":[)"
        R"({"what":"executed","run":1,"expected":"{f: 1}","got":"{}","run_end":"limit: too much",)"
        R"("at":{"file":"scenarios/a.yaml","line":4,"column":5,"end_line":4,"end_column":11}}]},
{"path":"scenarios/c/missing.yaml","scenario":"c/missing","profile":"documented",)"
        R"("title":"A title","outcome":"missing","runs":2,"records":9,"rules":["replay.static"],)"
        R"("golden_path":"golden/documented/c/missing.jsonl","golden_written":true,)"
        R"("golden":{"path":"golden/documented/c/missing.jsonl","expected_digest":null,)"
        R"("got":"{\"streplay\":1}\n"}},
{"path":"scenarios/invalid.yaml","outcome":"invalid","runs":0,"records":0,"diagnostics":[)"
        R"({"severity":"error","message":"no such step","hint":"say `run`",)"
        R"("at":{"file":"scenarios/a.yaml","line":3,"column":5,"end_line":3,"end_column":8},)"
        R"("source":"  - run"}]},
{"path":"scenarios/unwritable.yaml","scenario":"unwritable","profile":"documented",)"
        R"("title":"A title","outcome":"error","runs":2,"records":9,"rules":["replay.static"],)"
        R"("golden_path":"golden/documented/unwritable.jsonl",)"
        R"("error":"golden/documented/unwritable.jsonl cannot be written: )"
        R"(No space left on device"},
{"path":"scenarios/skipped.yaml","scenario":"skipped","profile":"documented",)"
        R"("title":"A title","outcome":"skipped","runs":0,"records":0,"rules":["replay.static"],)"
        R"("skip_reason":"the scenario has no profile `documented`"}
],"footer":{"complete":true,"counts":{"scenarios":8,"passed":1,"updated":1,"failed":2,)"
        R"("missing":1,"invalid":1,"error":1,"skipped":1,"runs":12,"records":54}}}
)");
}

TEST_CASE("a report that is read back is the same report") {
  CheckReport report = ReportOf(EveryResult());
  report.info.in_ci = true;
  report.info.shard = ShardInfo{2, 3, "hash"};
  ReportedDifference form = BodyDifference("{ }", "{}");
  form.difference.kind = Difference::Kind::kForm;
  report.results[2].differences.push_back(form);
  std::string text = Json(report);
  CheckReport read = Read(text);
  CHECK(Json(read) == text);
  CHECK(read.results[2].proposal == report.results[2].proposal);
  CHECK(read.results[2].differences[2].difference == form.difference);
  CHECK(FormatDiagnostics(read.results[5].diagnostics) ==
        FormatDiagnostics(report.results[5].diagnostics));
}

TEST_CASE("a report that is cut off anywhere is not read") {
  std::string text = Json(ReportOf({Failed("a"), Invalid("b")}));
  for (size_t length = 1; length + 1 < text.size(); ++length) {
    Diagnostics diagnostics;
    INFO(length);
    CHECK(!ReadReport("r.json", text.substr(0, length), diagnostics));
  }
  CHECK(Problem(text.substr(0, text.size() / 2)) ==
        "r.json: error: the report is cut off: it ends before its footer\n"
        "    = run the check again\n");
}

TEST_CASE("what is no report is refused with its reason") {
  std::string hint = "    = a report is what `streplay check --report json:FILE` writes\n";
  CHECK(Problem("") == "r.json:1:1: error: not valid JSON\n" + hint);
  CHECK(Problem("[]") == "r.json: error: no report: the report is no object\n" + hint);
  CHECK(Problem("{}") == "r.json: error: no report: `streplay_report` is missing\n" + hint);
  std::string text = Json(ReportOf({Failed("a")}));
  auto problem = [&](const char* what, const char* with) {
    std::string all = Problem(Replaced(text, what, with));
    std::string head = "r.json: error: no report: ";
    REQUIRE(all.starts_with(head));
    return all.substr(head.size(), all.find('\n') - head.size());
  };
  CHECK(problem("_report\":1", "_report\":2") == "`streplay_report` is no format that is known");
  CHECK(problem("true", "false") == "`footer.complete` is not true");
  CHECK(problem("\"failed\":1", "\"failed\":0") == "`footer` does not count what stands before");
  CHECK(problem("\"outcome\":\"failed\"", "\"outcome\":\"fine\"") ==
        "`results[0].outcome` is no word that is known");
  CHECK(problem("\"path\":[0,3]", "\"path\":[0,true]") ==
        "`results[0].differences[0].path` holds what is no index");
  CHECK(problem("\"runs\":2", "\"runs\":-2") == "`results[0].runs` is out of range");
  CHECK(problem("\"path\":\"sc", "\"bath\":\"sc") == "`results[0].path` is missing");
  CHECK(problem("\"line\":3", "\"line\":\"3\"") ==
        "`results[0].differences[0].step.at.line` is no integer");
}

TEST_CASE("a line that is too long to keep is left out") {
  ScenarioResult result = Invalid("a");
  auto source = std::make_shared<SourceText>("a.yaml", std::string(5000, 'x'));
  result.diagnostics = {{Severity::kError, {source, {1, 4000}, {1, 4001}}, "bad", ""}};
  std::string text = Json(ReportOf({result}));
  CHECK(text.find("xxx") == std::string::npos);
  CHECK(FormatDiagnostics(Read(text).results[0].diagnostics) == "a.yaml:1:4000: error: bad\n");
}

TEST_CASE("values that nest as deep as a golden may are read back") {
  std::string deep = std::string(98, '[') + std::string(98, ']');
  ScenarioResult result = PlainResult(CheckOutcome::kFail);
  result.differences = {BodyDifference(deep, "1.0")};
  CHECK(Read(Json(ReportOf({result}))).results[0].differences[0].difference.expected == deep);
}

}  // namespace
}  // namespace streplay
