// A workflow command ends at a line break, and its properties at `,` and `:`. The escapes are those
// of the runner: `%` and line breaks everywhere, `:` and `,` in properties.
#include "report/github_reporter.h"

#include "base/utf8.h"
#include "report/style.h"

namespace streplay {
namespace {

constexpr size_t kMaxAnnotations = 10;

std::string Data(std::string_view text) {
  std::string escaped;
  for (char letter : EscapeControls(text)) {
    if (letter == '%') {
      escaped += "%25";
    } else {
      escaped += letter;
    }
  }
  return escaped;
}

std::string Property(std::string_view text) {
  std::string escaped;
  for (char letter : Data(text)) {
    if (letter == ':') {
      escaped += "%3A";
    } else if (letter == ',') {
      escaped += "%2C";
    } else {
      escaped += letter;
    }
  }
  return escaped;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::vector<std::string> LinesOf(const Finding& finding, const std::vector<std::string>& rules) {
  std::vector<std::string> lines;
  lines.push_back(finding.context.empty() ? finding.sentence
                                          : finding.context + ": " + finding.sentence);
  if (finding.sides) {
    lines.push_back("expected  " + finding.sides->expected);
    lines.push_back("got       " + finding.sides->got);
  }
  if (!finding.note.empty()) lines.push_back(finding.note);
  if (!finding.golden_place.empty()) lines.push_back("golden  " + finding.golden_place);
  if (finding.sides && !rules.empty()) {
    lines.push_back((rules.size() == 1 ? "rule  " : "rules  ") + Joined(rules));
  }
  return lines;
}

}  // namespace

void GithubReporter::Finished(const ScenarioResult& result) {
  if (!IsBad(result.outcome)) return;
  for (const Finding& finding : FindingsOf(result, in_ci_)) {
    Annotate(finding, ResultName(result), result.rules);
  }
  left_out_ += LeftOutDifferences(result);
}

void GithubReporter::Annotate(const Finding& finding, const std::string& title,
                              const std::vector<std::string>& rules) {
  if (written_ == kMaxAnnotations) {
    ++left_out_;
    return;
  }
  ++written_;
  out_ << "::error ";
  if (!finding.file.empty()) out_ << "file=" << Property(finding.file) << ",";
  if (finding.line > 0) out_ << "line=" << finding.line << ",col=" << finding.column << ",";
  out_ << "title=" << Property(title) << "::";
  bool is_first = true;
  for (const std::string& line : LinesOf(finding, rules)) {
    out_ << (is_first ? "" : "%0A") << Data(line);
    is_first = false;
  }
  out_ << "\n";
}

void GithubReporter::End(const Totals& totals) {
  if (totals.obsolete.fails() || !totals.obsolete.error.empty()) {
    for (const Finding& finding : FindingsOf(totals.obsolete)) Annotate(finding, "streplay", {});
  }
  if (left_out_ == 0) return;
  out_ << "::notice title=streplay::" << Counted(left_out_, "finding")
       << " more without an annotation of " << (left_out_ == 1 ? "its" : "their")
       << " own: " << TotalsSentence(totals) << "\n";
}

}  // namespace streplay
