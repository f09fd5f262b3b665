// Every format renders the same results; what it writes stands beside this file, in `expected/`, as
// a whole. After a deliberate change, `report_test "[record]"` writes the files anew; read the
// difference.
#include <fstream>
#include <iterator>
#include <sstream>

#include "base/utf8.h"
#include "report/report_format.h"
#include "stream/stream_writer.h"
#include "support/catch.h"
#include "support/report_cases.h"

namespace streplay {
namespace {

std::string Render(ReportFormat format, const CheckReport& report) {
  std::ostringstream out;
  std::unique_ptr<Reporter> reporter = MakeReporter(format, out, {});
  Feed(report, *reporter);
  return out.str();
}

// Terminal controls, what ends lines, turns text around, is no character or no UTF-8, and what each
// format gives a meaning of its own.
std::vector<std::string> NastyTexts() {
  return {"\x1b[31mred\x1b[0m",
          "\x1b]0;title\x07",
          "bell\x07 back\x08 tab\t nul" + std::string(1, '\0') + " del\x7f",
          "line\nbreak\r\nand\rreturn",
          "c1 \xC2\x9B"
          "31m next\xC2\x85line",
          "bidi \xE2\x80\xAE"
          "override \xE2\x81\xA6isolate\xE2\x81\xA9",
          "separators \xE2\x80\xA8 and \xE2\x80\xA9",
          "surrogate \xED\xA0\x80, overlong \xC0\x80, cut \xE6\x97",
          "no character \xEF\xBF\xBE \xEF\xBF\xBF \xEF\xB7\x90 \xF0\x9F\xBF\xBE",
          "<script>alert(1)</script> & \"quotes\" 'too' ]]> <!-- -->",
          "::error file=a,line=1::no%0Aannotation, 100% of it",
          "# SKIP \\ {braces} [brackets](https://example.org)",
          "**bold** _it_ `code` ``more`` | cell ~~gone~~ @someone www.example.org",
          "```\n</details>\n---\n...",
          "日本語 e\xCC\x81 🎈 👩‍🚀",
          "",
          " "};
}

// A result that says `text` wherever it can.
ScenarioResult Saying(const std::string& text, CheckOutcome outcome) {
  ScenarioResult result = PlainResult(outcome, text);
  result.profile = text;
  result.title = text;
  result.rules = {text, text};
  result.golden_path = text;
  result.error = result.skip_reason = result.pending_path = text;
  ReportedDifference difference = BodyDifference(JsonStringText(text), JsonStringText(text + "!"));
  auto source = std::make_shared<SourceText>(text, text + "\n" + text + "\n" + text);
  difference.difference.what = difference.difference.field = text;
  difference.origin = {text, {source, {3, 1}, {3, 2}}};
  result.differences = {difference};
  result.expectations = {{difference.origin.range, 1, text, text, text, text}};
  AddError(result.diagnostics, difference.origin.range, text, text);
  result.proposal = GoldenProposal{text, text};
  return result;
}

CheckReport NastyReport() {
  std::vector<ScenarioResult> results;
  for (const std::string& text : NastyTexts()) {
    for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
      results.push_back(Saying(text, static_cast<CheckOutcome>(i)));
    }
  }
  CheckReport report = ReportOf(std::move(results));
  report.info.version = NastyTexts()[0];
  report.info.shard = ShardInfo{1, 2, NastyTexts()[3]};
  report.totals.obsolete.paths = NastyTexts();
  report.totals.obsolete.error = NastyTexts()[1];
  return report;
}

struct NamedCase {
  std::string name;
  CheckReport report;
};

std::vector<NamedCase> Cases() {
  CheckReport every = ReportOf(EveryResult());
  every.info.shard = ShardInfo{1, 3, "slice"};
  CheckReport good = ReportOf({PlainResult(CheckOutcome::kPass)});
  CheckReport many = ReportOf({Failed("many")});
  many.info.in_ci = true;
  many.results[0].differences.assign(30, BodyDifference("1", "2"));
  many.totals.obsolete.paths = {"golden/documented/gone.jsonl"};
  ScenarioResult labels = Failed("labels");
  labels.title = "👩‍🚀 says \x1b[31m<b>日本語</b> & `more`";
  labels.differences = {BodyDifference("\"# 100%\"", "\"::error::\\n``` | \xE2\x80\xAE\"")};
  return {{"every", every}, {"good", good}, {"many", many}, {"labels", ReportOf({labels})}};
}

std::string PathOf(const NamedCase& named, ReportFormat format) {
  return std::string(STREPLAY_SOURCE_DIR) + "/tests/report/expected/" + named.name + "." +
         std::string(ReportFormatNames()[static_cast<size_t>(format)]);
}

std::vector<ReportFormat> Formats() {
  std::vector<ReportFormat> formats;
  for (std::string_view name : ReportFormatNames()) formats.push_back(*ParseReportFormat(name));
  return formats;
}

TEST_CASE("every format reports what is written down for it") {
  for (const NamedCase& named : Cases()) {
    for (ReportFormat format : Formats()) {
      INFO(PathOf(named, format));
      std::ifstream file(PathOf(named, format), std::ios::binary);
      std::string expected(std::istreambuf_iterator<char>(file), {});
      CHECK(Render(format, named.report) == expected);
    }
  }
}

TEST_CASE("record what every format reports", "[.record]") {
  for (const NamedCase& named : Cases()) {
    for (ReportFormat format : Formats()) {
      std::ofstream(PathOf(named, format), std::ios::binary) << Render(format, named.report);
    }
  }
}

TEST_CASE("no control character of a scenario stands raw in any report") {
  for (ReportFormat format : Formats()) {
    std::string text = Render(format, NastyReport());
    INFO(ReportFormatNames()[static_cast<size_t>(format)]);
    CHECK(!FindInvalidUtf8(text));
    for (size_t offset = 0; offset < text.size();) {
      DecodedCodePoint decoded = DecodeCodePoint(text, offset);
      bool is_raw = IsControl(decoded.code_point) && decoded.code_point != '\n';
      if (is_raw) FAIL("U+" << std::hex << static_cast<unsigned>(decoded.code_point));
      offset += std::max<size_t>(decoded.length, 1);
    }
  }
}

// Each line break in a report is its own: a text of a scenario never begins a line.
TEST_CASE("no text of a scenario begins a line, where lines have a meaning") {
  for (ReportFormat format : {ReportFormat::kGithub, ReportFormat::kTap, ReportFormat::kMarkdown}) {
    std::istringstream lines(Render(format, NastyReport()));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      bool is_command = line.starts_with("::error file=") || line.starts_with("::notice title=");
      if (format == ReportFormat::kGithub) CHECK(is_command);
      if (format == ReportFormat::kTap) {
        bool is_known = line.starts_with("ok ") || line.starts_with("not ok ") ||
                        line.starts_with("  ") || line.starts_with("1..") ||
                        line.starts_with("# ") || line == "TAP version 14";
        CHECK(is_known);
      }
      if (format == ReportFormat::kMarkdown) {
        CHECK(!line.starts_with("---"));
        CHECK(!line.starts_with("```"));
        CHECK(!line.starts_with("<"));
      }
    }
  }
}

TEST_CASE("nothing in an HTML report is a tag of a scenario's") {
  std::string text = Render(ReportFormat::kHtml, NastyReport());
  CHECK(text.find("<script") == std::string::npos);
  CHECK(text.find("<!-- -->") == std::string::npos);
  CHECK(text.find("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;") !=
        std::string::npos);
}

}  // namespace
}  // namespace streplay
