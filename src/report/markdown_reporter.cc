// No text of a scenario begins a line, so only what works inside one needs an escape. A job summary
// ends at a megabyte, so only the first results are listed.
#include "report/markdown_reporter.h"

#include <algorithm>

#include "report/markdown_text.h"
#include "report/result_text.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr size_t kMaxShownResults = 50;

std::string Sides(const BothSides& sides) {
  return "  ```diff\n  - " + MarkdownLine(sides.expected) + "\n  + " + MarkdownLine(sides.got) +
         "\n  ```\n";
}

std::string Item(const Finding& finding) {
  std::string item = "- ";
  if (!finding.context.empty()) item += "**" + MarkdownText(finding.context) + "** ";
  item +=
      MarkdownText(finding.sentence) + " at " + MarkdownCode(PlaceText(finding.file, finding.line));
  if (!finding.golden_place.empty()) item += ", golden " + MarkdownCode(finding.golden_place);
  item += "\n";
  if (finding.sides) item += "\n" + Sides(*finding.sides);
  if (!finding.note.empty()) item += "\n  " + MarkdownText(finding.note) + "\n";
  return item;
}

std::string ObsoleteSection(const ObsoleteGoldens& obsolete) {
  std::string section = "\n### Goldens without a scenario\n\n";
  for (const Finding& finding : FindingsOf(obsolete)) {
    section += "- ";
    if (!finding.file.empty()) section += MarkdownCode(finding.file) + " ";
    section += MarkdownText(finding.sentence) + "\n";
  }
  return section;
}

std::string Section(const ScenarioResult& result, bool in_ci) {
  std::string section = "### " + MarkdownCode(result.path);
  if (!result.profile.empty()) section += " " + MarkdownText(result.profile);
  section += ": " + std::string(CheckOutcomeName(result.outcome)) + "\n\n";
  if (!result.title.empty()) section += "*" + MarkdownText(result.title) + "*\n\n";
  for (const Finding& finding : FindingsOf(result, in_ci)) section += Item(finding);
  if (size_t more = LeftOutDifferences(result)) {
    section += "- … and " + Counted(more, "difference") + " more\n";
  }
  if (!result.rules.empty()) {
    section += result.rules.size() == 1 ? "\nRule" : "\nRules";
    for (size_t i = 0; i < result.rules.size(); ++i) {
      section += (i == 0 ? " " : ", ") + MarkdownCode(result.rules[i]);
    }
    section += "\n";
  }
  return section + "\n";
}

}  // namespace

void MarkdownReporter::Finished(const ScenarioResult& result) {
  if (!IsBad(result.outcome)) return;
  if (++bad_count_ <= kMaxShownResults) bad_ += Section(result, info_.in_ci);
}

void MarkdownReporter::End(const Totals& totals) {
  out_ << "## streplay: " << TotalsSentence(totals) << "\n\n";
  if (info_.shard) out_ << "Shard " << MarkdownText(ShardText(*info_.shard)) << "\n\n";
  out_ << "| outcome | results |\n|---|---:|\n";
  for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
    auto outcome = static_cast<CheckOutcome>(i);
    if (totals.Of(outcome) == 0) continue;
    out_ << "| " << CheckOutcomeName(outcome) << " | " << totals.Of(outcome) << " |\n";
  }
  out_ << "\n" << WorkSentence(totals) << "\n";
  if (!bad_.empty()) out_ << "\n" << bad_.substr(0, bad_.size() - 1);
  if (bad_count_ > kMaxShownResults) {
    out_ << "\n… and " << Counted(bad_count_ - kMaxShownResults, "result") << " more\n";
  }
  if (totals.obsolete.IsWorthTelling()) out_ << ObsoleteSection(totals.obsolete);
}

}  // namespace streplay
