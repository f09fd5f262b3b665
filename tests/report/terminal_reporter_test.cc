#include "report/terminal_reporter.h"

#include <sstream>

#include "support/catch.h"

namespace streplay {
namespace {

SourceTextPtr Source() {
  return std::make_shared<SourceText>("a.yaml", "title: t\nsteps:\n  - run\n  - expect: {}\n");
}

ScenarioResult Result(CheckOutcome outcome) {
  ScenarioResult result;
  result.path = "a.yaml";
  result.id = "a";
  result.profile = "documented";
  result.title = "A title";
  result.rules = {"replay.static"};
  result.golden_path = "golden/documented/a.jsonl";
  result.outcome = outcome;
  result.run_count = 2;
  result.record_count = 9;
  return result;
}

ReportedDifference BodyDiffers(std::string expected, std::string got) {
  Difference difference;
  difference.run = 2;
  difference.what = "markdown";
  difference.path = DeltaPath{0, 3};
  difference.field = "body";
  difference.expected = std::move(expected);
  difference.got = std::move(got);
  return {difference, {"run", {Source(), {3, 5}, {3, 8}}}, 7};
}

std::string Report(const std::vector<ScenarioResult>& results, TerminalOptions options = {},
                   bool in_ci = false) {
  std::ostringstream out;
  TerminalReporter reporter(out, options);
  Totals totals;
  totals.scenario_count = results.size();
  reporter.Begin({"1.0", in_ci, std::nullopt, results.size()});
  for (const ScenarioResult& result : results) {
    totals.Add(result);
    reporter.Finished(result);
  }
  reporter.End(totals);
  return out.str();
}

TEST_CASE("what passed is only counted, unless it is asked for") {
  CHECK(Report({Result(CheckOutcome::kPass)}) == "1 passed  (1 scenario, 2 runs, 9 records)\n");
  CHECK(Report({Result(CheckOutcome::kPass)}, {false, true}) ==
        "✓ a.yaml documented  A title\n1 passed  (1 scenario, 2 runs, 9 records)\n");
}

TEST_CASE("a difference shows what, where, both sides, the step and the rules") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  result.differences = {BodyDiffers("\"a\"", "\"b\"")};
  Difference extra;
  extra.kind = Difference::Kind::kExtra;
  extra.run = 2;
  extra.what = "form";
  extra.path = DeltaPath{0, 4};
  extra.got = "{}";
  extra.following = 3;
  result.differences.push_back({extra, {"run", {Source(), {3, 5}, {3, 8}}}, 0});
  CHECK(Report({result}) ==
        "✗ a.yaml documented failed  A title\n"
        "  run 2 · run  a.yaml:3\n"
        "    markdown at [0,3]: `body` differs  golden/documented/a.jsonl:7\n"
        "      expected  \"a\"\n"
        "      got       \"b\"\n"
        "    form at [0,4] is new, with 3 records in it  golden/documented/a.jsonl\n"
        "      expected  (nothing)\n"
        "      got       {}\n"
        "  rule replay.static\n"
        "1 failed  (1 scenario, 2 runs, 9 records)\n"
        "If the new streams are right, take them as goldens: streplay check --update=changed\n");
}

TEST_CASE(
    "where a cached call was answered otherwise, the report names the command that says why") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  Difference miss;
  miss.kind = Difference::Kind::kExtra;
  miss.run = 3;
  miss.what = "cache miss";
  miss.got = "{}";
  miss.got_record = 8;
  result.differences = {BodyDiffers("\"a\"", "\"b\""), {miss, {}, 0}};
  CHECK(Report({result}).find(
            "  why calls hit or missed: streplay explain a.yaml --profile documented --run 3\n") !=
        std::string::npos);
  // A run that is not there any more cannot be explained.
  result.differences.back().difference.got_record.reset();
  CHECK(Report({result}).find("streplay explain") == std::string::npos);
}

TEST_CASE("an expectation shows what it expected and what came") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  result.rules = {"a.b", "c.d"};
  result.expectations = {
      {{Source(), {4, 5}, {4, 11}}, 1, "executed", "{f: 1}", "{}", "limit: too much"}};
  CHECK(Report({result}) ==
        "✗ a.yaml documented failed  A title\n"
        "  expect executed does not hold after run 1  a.yaml:4\n"
        "      expected  {f: 1}\n"
        "      got       {}\n"
        "      the run ended with limit: too much\n"
        "  why calls hit or missed: streplay explain a.yaml --profile documented --run 1\n"
        "  rules a.b, c.d\n"
        "1 failed  (1 scenario, 2 runs, 9 records)\n");
}

TEST_CASE("a missing golden says whether it was written") {
  ScenarioResult result = Result(CheckOutcome::kMissing);
  auto second_line = [&](bool in_ci) {
    std::string text = Report({result}, {}, in_ci);
    size_t begin = text.find('\n') + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  CHECK(second_line(false) ==
        "  golden/documented/a.jsonl is not there: record it with --update=missing");
  CHECK(second_line(true) ==
        "  golden/documented/a.jsonl is not there, and in CI nothing is written: record it with "
        "`streplay check` elsewhere and commit it");
  result.golden_written = true;
  CHECK(second_line(false) == "  wrote golden/documented/a.jsonl: look at it, then keep it");
}

TEST_CASE("an invalid scenario shows its diagnostics") {
  ScenarioResult result = Result(CheckOutcome::kInvalid);
  result.profile.clear();
  result.title.clear();
  AddError(result.diagnostics, {Source(), {3, 5}, {3, 8}}, "no", "yes");
  CHECK(Report({result}) ==
        "✗ a.yaml invalid\n"
        "a.yaml:3:5: error: no\n"
        "  3 |   - run\n"
        "    |     ^~~\n"
        "    = yes\n"
        "1 invalid  (1 scenario, 2 runs, 9 records)\n");
}

TEST_CASE("no text of a scenario reaches the terminal raw") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  result.title = "\x1b[31mred";
  result.rules = {"\x07"};
  result.golden_path = "\x1b";
  result.differences = {BodyDiffers("\"\xE2\x80\xAE\"", "\x1b]0;title\x07")};
  result.differences[0].origin.step = "interact: \x1b[2J";
  std::string text = Report({result});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find('\x07') == std::string::npos);
  CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
}

TEST_CASE("long texts are cut around the place where they part") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  std::string long_text(1000, 'x');
  result.differences = {BodyDiffers(long_text + "a" + long_text, long_text + "é" + long_text)};
  std::string text = Report({result});
  CHECK(text.find("expected  …" + std::string(40, 'x') + "a" + std::string(119, 'x') + "…\n") !=
        std::string::npos);
  CHECK(text.find("got       …" + std::string(40, 'x') + "é" + std::string(119, 'x') + "…\n") !=
        std::string::npos);
}

TEST_CASE("many differences are not all shown") {
  ScenarioResult result = Result(CheckOutcome::kFail);
  result.differences.assign(50, BodyDiffers("1", "2"));
  CHECK(Report({result}).find("    … and 30 differences more\n") != std::string::npos);
}

TEST_CASE("colours are only used when asked for") {
  ScenarioResult result = Result(CheckOutcome::kPass);
  CHECK(Report({result}, {true, true}).find("\x1b[32m✓\x1b[0m") == 0);
}

TEST_CASE("wide characters are cut by the cells they take") {
  CHECK(CutToWidth("日本語", 6) == "日本語");
  CHECK(CutToWidth("日本語", 5) == "日本…");
  CHECK(CutToWidth("日本語", 4) == "日…");
  CHECK(PaddingTo("日本", 6) == "  ");
}

}  // namespace
}  // namespace streplay
