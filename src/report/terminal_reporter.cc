// One block a result that is not good: a heading, then its findings grouped by run.
#include "report/terminal_reporter.h"

#include <algorithm>

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "report/difference_text.h"

namespace streplay {
namespace {

constexpr size_t kMaxShownDifferences = 20;  // of one result

Colour ColourOf(CheckOutcome outcome) {
  if (IsGood(outcome)) return Colour::kGreen;
  return outcome == CheckOutcome::kMissing ? Colour::kYellow : Colour::kRed;
}

std::string_view SignOf(CheckOutcome outcome) {
  if (IsGood(outcome)) return "✓";
  return outcome == CheckOutcome::kMissing ? "?" : "✗";
}

// "file.yaml:12"; empty without a place.
std::string PlaceText(const SourceRange& range) {
  if (!range.source) return "";
  return range.source->name() + ":" + std::to_string(range.begin.line);
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The first run in which the calls of cached functions were answered otherwise than expected; 0:
// none.
int FindRunOfCalls(const ScenarioResult& result) {
  for (const ReportedExpectation& expectation : result.expectations) {
    if (IsOneOf(expectation.what, {"executed", "hits", "misses"})) return expectation.run;
  }
  for (const ReportedDifference& reported : result.differences) {
    const Difference& difference = reported.difference;
    bool is_in_run = difference.got_record.has_value();
    if (is_in_run && IsOneOf(difference.what, {"cache hit", "cache miss"})) return difference.run;
  }
  return 0;
}

}  // namespace

TerminalReporter::TerminalReporter(std::ostream& out, const TerminalOptions& options)
    : out_(out), options_(options), style_(options.has_colour) {
}

void TerminalReporter::Begin(size_t) {
}

void TerminalReporter::Finished(const ScenarioResult& result) {
  if (result.outcome == CheckOutcome::kPass && !options_.lists_good) return;
  PrintHeading(result);
  // The formatter has made the source's control characters visible already.
  out_ << FormatDiagnostics(result.diagnostics);
  if (!result.error.empty()) out_ << "  " << style_.In(Colour::kRed, result.error) << "\n";
  for (const ReportedExpectation& expectation : result.expectations) PrintExpectation(expectation);
  PrintDifferences(result);
  PrintExplainHint(result);
  if (result.outcome == CheckOutcome::kMissing) PrintMissing(result);
  if (!result.expectations.empty() || !result.differences.empty()) PrintRules(result);
}

void TerminalReporter::PrintHeading(const ScenarioResult& result) {
  Colour colour = ColourOf(result.outcome);
  out_ << style_.In(colour, SignOf(result.outcome)) << " " << style_.In(Colour::kBold, result.path);
  if (!result.profile.empty()) out_ << " " << style_.In(Colour::kCyan, result.profile);
  if (!IsGood(result.outcome)) out_ << " " << style_.In(colour, CheckOutcomeName(result.outcome));
  if (result.outcome == CheckOutcome::kUpdated) {
    out_ << "  wrote " << EscapeControls(result.golden_path);
  } else if (!result.title.empty()) {
    out_ << style_.In(Colour::kDim, "  " + result.title);
  }
  out_ << "\n";
}

void TerminalReporter::PrintDifferences(const ScenarioResult& result) {
  any_difference_ |= !result.differences.empty();
  size_t shown = std::min(result.differences.size(), kMaxShownDifferences);
  int run = -1;
  for (size_t i = 0; i < shown; ++i) {
    const ReportedDifference& reported = result.differences[i];
    if (reported.difference.run != run && reported.difference.run > 0) {
      run = reported.difference.run;
      out_ << "  " << style_.In(Colour::kBold, "run " + std::to_string(run));
      if (!reported.origin.step.empty()) out_ << " · " << EscapeControls(reported.origin.step);
      out_ << "  " << style_.In(Colour::kDim, PlaceText(reported.origin.range)) << "\n";
    }
    PrintDifference(reported, result.golden_path);
  }
  if (shown < result.differences.size()) {
    out_ << "    … and " << Counted(result.differences.size() - shown, "difference") << " more\n";
  }
}

void TerminalReporter::PrintDifference(const ReportedDifference& reported,
                                       const std::string& golden_path) {
  const Difference& difference = reported.difference;
  std::string place = golden_path;
  if (reported.golden_line > 0) place += ":" + std::to_string(reported.golden_line);
  out_ << "    " << EscapeControls(DifferenceSentence(difference)) << "  "
       << style_.In(Colour::kDim, place) << "\n";
  PrintBothSides(difference.expected.value_or("(nothing)"), difference.got.value_or("(nothing)"));
}

void TerminalReporter::PrintExpectation(const ReportedExpectation& expectation) {
  out_ << "  " << style_.In(Colour::kBold, "expect " + expectation.what) << " does not hold";
  if (expectation.run > 0) out_ << " after run " << expectation.run;
  out_ << "  " << style_.In(Colour::kDim, PlaceText(expectation.range)) << "\n";
  PrintBothSides(expectation.expected, expectation.got);
  if (!expectation.run_end.empty()) {
    out_ << "      the run ended with " << EscapeControls(expectation.run_end) << "\n";
  }
}

void TerminalReporter::PrintBothSides(const std::string& expected, const std::string& got) {
  BothSides sides = ExcerptBoth(expected, got);
  out_ << "      expected  " << style_.In(Colour::kGreen, sides.expected) << "\n"
       << "      got       " << style_.In(Colour::kRed, sides.got) << "\n";
}

void TerminalReporter::PrintMissing(const ScenarioResult& result) {
  std::string path = EscapeControls(result.golden_path);
  if (result.golden_written) {
    out_ << "  wrote " << path << ": look at it, then keep it\n";
  } else if (options_.in_ci) {
    out_ << "  " << path << " is not there, and in CI nothing is written: record it with "
         << "`streplay check` elsewhere and commit it\n";
  } else {
    out_ << "  " << path << " is not there: record it with --update=missing\n";
  }
}

void TerminalReporter::PrintExplainHint(const ScenarioResult& result) {
  int run = FindRunOfCalls(result);
  if (run == 0) return;
  out_ << "  why calls hit or missed: streplay explain " << EscapeControls(result.path)
       << " --profile " << EscapeControls(result.profile) << " --run " << run << "\n";
}

void TerminalReporter::PrintRules(const ScenarioResult& result) {
  if (result.rules.empty()) return;
  out_ << "  " << style_.In(Colour::kDim, result.rules.size() == 1 ? "rule" : "rules");
  for (size_t i = 0; i < result.rules.size(); ++i) {
    out_ << (i == 0 ? " " : ", ") << EscapeControls(result.rules[i]);
  }
  out_ << "\n";
}

void TerminalReporter::End(const Totals& totals) {
  bool is_first = true;
  for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
    auto outcome = static_cast<CheckOutcome>(i);
    size_t count = totals.Of(outcome);
    if (count == 0) continue;
    if (!is_first) out_ << ", ";
    is_first = false;
    std::string text = std::to_string(count) + " " + std::string(CheckOutcomeName(outcome));
    out_ << style_.In(ColourOf(outcome), text);
  }
  out_ << (is_first ? "nothing ran" : "") << "  "
       << style_.In(Colour::kDim, "(" + Counted(totals.scenario_count, "scenario") + ", " +
                                      Counted(totals.run_count, "run") + ", " +
                                      Counted(totals.record_count, "record") + ")")
       << "\n";
  if (any_difference_ && totals.Of(CheckOutcome::kFail) > 0) {
    out_ << "If the new streams are right, take them as goldens: streplay check --update=changed\n";
  }
}

}  // namespace streplay
