#include "report/progress_line.h"

#include <sstream>

#include "report/terminal_reporter.h"
#include "support/catch.h"
#include "support/report_cases.h"

namespace streplay {
namespace {

TEST_CASE("the line is rewritten in place when the percentage is another one") {
  std::ostringstream out;
  ProgressLine line(out, 30);
  line.Show(1, 300, "a.yaml");
  line.Show(2, 300, "b.yaml");
  line.Show(30, 300, "c.yaml");
  line.Clear();
  line.Clear();
  CHECK(out.str() ==
        "\r1/300    0%  a.yaml\x1b[K"
        "\r30/300   10%  c.yaml\x1b[K"
        "\r\x1b[K");
}

TEST_CASE("the line is cut to the terminal, by the cells that it takes") {
  std::ostringstream out;
  ProgressLine line(out, 20);
  line.Show(1, 2, "日本語日本語\x1b");
  CHECK(out.str() == "\r1/2   50%  日本語…\x1b[K");
}

TEST_CASE("without a terminal nothing is written") {
  std::ostringstream out;
  ProgressLine line(out, 0);
  line.Show(1, 2, "a");
  line.Clear();
  CHECK(out.str().empty());
}

TEST_CASE("results stand above the line, and it is gone at the end") {
  CheckReport report = ReportOf({PlainResult(CheckOutcome::kPass, "a"), Unwritable("b"),
                                 PlainResult(CheckOutcome::kPass, "c")});
  report.results[1].rules.clear();
  TerminalOptions options;
  options.columns = 80;
  options.has_progress = true;
  CHECK(Rendered<TerminalReporter>(report, options) ==
        "\r1/3   33%  scenarios/a.yaml\x1b[K"
        "\r\x1b[K"
        "✗ scenarios/b.yaml documented error  A title\n"
        "  golden/documented/b.jsonl cannot be written: No space left on device\n"
        "\r2/3   66%  scenarios/b.yaml\x1b[K"
        "\r3/3  100%  scenarios/c.yaml\x1b[K"
        "\r\x1b[K"
        "2 passed, 1 error  (3 scenarios, 6 runs, 27 records)\n");
}

TEST_CASE("a scenario with several profiles counts once") {
  CheckReport report =
      ReportOf({PlainResult(CheckOutcome::kPass, "a"), PlainResult(CheckOutcome::kPass, "a"),
                PlainResult(CheckOutcome::kPass, "b")});
  report.info.scenario_count = 2;
  TerminalOptions options;
  options.columns = 80;
  options.has_progress = true;
  std::string text = Rendered<TerminalReporter>(report, options);
  CHECK(text.find("\r1/2   50%  scenarios/a.yaml\x1b[K\r2/2  100%") == 0);
}

}  // namespace
}  // namespace streplay
