// Texts of scenarios stand in <bdi>, so that a text that runs from right to left turns nothing
// around it. The policy in the head forbids all that could be loaded or run, should an escape fail.
#include "report/html_reporter.h"

#include "base/diagnostic_formatter.h"
#include "report/finding.h"
#include "report/result_text.h"
#include "report/style.h"
#include "report/xml_text.h"

namespace streplay {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>streplay</title>
<style>
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 0.3rem; overflow-wrap: anywhere; }
code, pre, .sides { font-family: ui-monospace, monospace; font-size: 0.9rem; }
pre, .sides { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0.2rem 0 0.8rem 1rem; }
ul { padding-left: 1.2rem; }
.totals span { margin-right: 1.2rem; font-weight: bold; }
.bad { color: #c62828; }
.good { color: #2e7d32; }
.quiet { opacity: 0.75; }
.sides { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
@media (prefers-color-scheme: dark) { .bad { color: #ef9a9a; } .good { color: #a5d6a7; } }
</style>
</head>
<body>
)";

std::string Bdi(std::string_view text) {
  return "<bdi>" + XmlText(text) + "</bdi>";
}

std::string Code(std::string_view text) {
  return "<code>" + Bdi(text) + "</code>";
}

std::string_view ClassOf(CheckOutcome outcome) {
  if (IsGood(outcome)) return "good";
  return IsBad(outcome) ? "bad" : "quiet";
}

std::string Sides(const BothSides& sides) {
  return "<div class=\"sides\"><span>expected</span><span class=\"good\">" + Bdi(sides.expected) +
         "</span><span>got</span><span class=\"bad\">" + Bdi(sides.got) + "</span></div>\n";
}

std::string Item(const Finding& finding) {
  std::string item = "<li>";
  if (!finding.context.empty()) item += "<b>" + Bdi(finding.context) + "</b> ";
  item += Bdi(finding.sentence) + " <span class=\"quiet\">" +
          Code(PlaceText(finding.file, finding.line));
  if (!finding.golden_place.empty()) item += ", golden " + Code(finding.golden_place);
  item += "</span>\n";
  if (finding.sides) item += Sides(*finding.sides);
  if (!finding.note.empty()) item += "<p>" + Bdi(finding.note) + "</p>\n";
  return item + "</li>\n";
}

std::string Heading(const ScenarioResult& result) {
  std::string text = Code(result.path);
  if (!result.profile.empty()) text += " " + Bdi(result.profile);
  return text;
}

// Diagnostics stand above the findings as they are printed everywhere, with their lines.
std::string Section(const ScenarioResult& result, bool in_ci) {
  std::string section = "<section>\n<h2>" + Heading(result) + ": <span class=\"bad\">" +
                        std::string(CheckOutcomeName(result.outcome)) + "</span></h2>\n";
  if (!result.title.empty()) section += "<p>" + Bdi(result.title) + "</p>\n";
  if (!result.diagnostics.empty()) {
    section += "<pre>" + XmlLines(FormatDiagnostics(result.diagnostics)) + "</pre>\n";
  }
  std::string items;
  std::vector<Finding> findings = FindingsOf(result, in_ci);
  for (size_t i = result.diagnostics.size(); i < findings.size(); ++i) items += Item(findings[i]);
  if (size_t more = LeftOutDifferences(result)) {
    items += "<li>… and " + Counted(more, "difference") + " more</li>\n";
  }
  if (!items.empty()) section += "<ul>\n" + items + "</ul>\n";
  if (!result.rules.empty()) {
    section += result.rules.size() == 1 ? "<p class=\"quiet\">rule" : "<p class=\"quiet\">rules";
    for (size_t i = 0; i < result.rules.size(); ++i) {
      section += (i == 0 ? " " : ", ") + Code(result.rules[i]);
    }
    section += "</p>\n";
  }
  return section + "</section>\n";
}

std::string ObsoleteSection(const ObsoleteGoldens& obsolete) {
  if (!obsolete.IsWorthTelling()) return "";
  std::string items;
  for (const Finding& finding : FindingsOf(obsolete)) {
    items += "<li>";
    if (!finding.file.empty()) items += Code(finding.file) + " ";
    items += Bdi(finding.sentence) + "</li>\n";
  }
  return "<section>\n<h2>Goldens without a scenario</h2>\n<ul>\n" + items + "</ul>\n</section>\n";
}

std::string FoldedList(const std::string& summary, const std::string& items) {
  if (items.empty()) return "";
  return "<details>\n<summary>" + summary + "</summary>\n<ul>\n" + items + "</ul>\n</details>\n";
}

}  // namespace

void HtmlReporter::Finished(const ScenarioResult& result) {
  if (IsBad(result.outcome)) {
    bad_ += Section(result, info_.in_ci);
    return;
  }
  std::string item = "<li>" + Heading(result) + " <span class=\"quiet\">" + Bdi(result.title);
  if (result.outcome == CheckOutcome::kSkipped) item += ": " + Bdi(result.skip_reason);
  if (result.outcome == CheckOutcome::kUpdated) item += ", wrote " + Code(result.golden_path);
  item += "</span></li>\n";
  (IsGood(result.outcome) ? good_ : skipped_) += item;
}

void HtmlReporter::End(const Totals& totals) {
  out_ << kHead << "<h1>streplay: " << TotalsSentence(totals) << "</h1>\n<p class=\"totals\">";
  for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
    auto outcome = static_cast<CheckOutcome>(i);
    if (totals.Of(outcome) == 0) continue;
    out_ << "<span class=\"" << ClassOf(outcome) << "\">" << totals.Of(outcome) << " "
         << CheckOutcomeName(outcome) << "</span>";
  }
  out_ << "</p>\n<p class=\"quiet\">" << WorkSentence(totals) << " streplay "
       << XmlText(info_.version);
  if (info_.shard) out_ << ", shard " << XmlText(ShardText(*info_.shard));
  out_ << "</p>\n" << bad_ << ObsoleteSection(totals.obsolete);
  size_t good = totals.Of(CheckOutcome::kPass) + totals.Of(CheckOutcome::kUpdated);
  out_ << FoldedList(std::to_string(good) + " good", good_)
       << FoldedList(std::to_string(totals.Of(CheckOutcome::kSkipped)) + " skipped", skipped_)
       << "</body>\n</html>\n";
}

}  // namespace streplay
