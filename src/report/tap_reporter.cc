// A result that is not good has a YAML block with all that the terminal report says of it.
#include "report/tap_reporter.h"

#include <sstream>

#include "base/utf8.h"
#include "report/finding.h"
#include "report/json_text.h"
#include "report/outcome_word.h"
#include "report/result_text.h"

namespace streplay {
namespace {

// `#` starts a directive and `\` an escape.
std::string TapText(std::string_view text) {
  std::string escaped;
  for (char letter : EscapeControls(text)) {
    if (letter == '\\' || letter == '#') escaped += '\\';
    escaped += letter;
  }
  return escaped;
}

std::string Indented(const std::string& text, const std::string& indent) {
  std::istringstream lines(text);
  std::string indented;
  for (std::string line; std::getline(lines, line);) indented += indent + line + "\n";
  return indented;
}

// A string of JSON is one of YAML, too. The block's lines may begin with blanks, so the indicator
// says how far they are indented.
std::string YamlBlock(const ScenarioResult& result, bool in_ci) {
  std::string block = "  ---\n";
  block += "  outcome: " + std::string(OutcomeWord(result.outcome)) + "\n";
  if (!result.title.empty()) block += "  title: " + JsonText(result.title) + "\n";
  if (!result.rules.empty()) block += "  rules: " + JsonList(result.rules, JsonText) + "\n";
  block += "  output: |2\n" + Indented(ResultText(result, in_ci), "    ");
  return block + "  ...\n";
}

}  // namespace

void TapReporter::Begin(const RunInfo& info) {
  in_ci_ = info.in_ci;
  out_ << "TAP version 14\n";
  if (info.shard) out_ << "# shard " << EscapeControls(ShardText(*info.shard)) << "\n";
}

void TapReporter::Finished(const ScenarioResult& result) {
  out_ << (IsBad(result.outcome) ? "not ok " : "ok ") << ++count_ << " - "
       << TapText(ResultName(result));
  if (result.outcome == CheckOutcome::kSkipped) out_ << " # SKIP " << TapText(result.skip_reason);
  out_ << "\n";
  if (IsBad(result.outcome)) out_ << YamlBlock(result, in_ci_);
}

void TapReporter::End(const Totals& totals) {
  bool is_bad = totals.obsolete.fails() || !totals.obsolete.error.empty();
  for (const Finding& finding : FindingsOf(totals.obsolete)) {
    out_ << (is_bad ? "not ok " : "ok ") << ++count_ << " - "
         << TapText(finding.file + (finding.file.empty() ? "" : " ") + finding.sentence) << "\n";
  }
  out_ << "1.." << count_ << "\n# " << TotalsSentence(totals) << "  " << WorkSentence(totals)
       << "\n";
}

}  // namespace streplay
