// One block a result that is not good: a heading, then its findings grouped by run.
#include "report/terminal_reporter.h"

#include <algorithm>
#include <initializer_list>

#include "base/diagnostic_formatter.h"
#include "base/utf8.h"
#include "report/difference_list.h"
#include "report/finding.h"

namespace streplay {
namespace {

Colour ColourOf(CheckOutcome outcome) {
  if (IsGood(outcome)) return Colour::kGreen;
  if (outcome == CheckOutcome::kSkipped) return Colour::kDim;
  return outcome == CheckOutcome::kMissing ? Colour::kYellow : Colour::kRed;
}

std::string_view SignOf(CheckOutcome outcome) {
  if (IsGood(outcome)) return "✓";
  if (outcome == CheckOutcome::kSkipped) return "-";
  return outcome == CheckOutcome::kMissing ? "?" : "✗";
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
    : out_(out),
      options_(options),
      style_(options.has_colour),
      progress_(out, options.has_progress ? options.columns : 0) {
}

void TerminalReporter::Begin(const RunInfo& info) {
  in_ci_ = info.in_ci;
  scenario_count_ = info.scenario_count;
}

void TerminalReporter::Finished(const ScenarioResult& result) {
  bool is_quiet = result.outcome == CheckOutcome::kPass || result.outcome == CheckOutcome::kSkipped;
  if (!is_quiet || options_.lists_good) {
    progress_.Clear();
    Print(result);
  }
  if (result.path != last_path_) ++finished_count_;
  last_path_ = result.path;
  progress_.Show(finished_count_, scenario_count_, result.path);
}

void TerminalReporter::Print(const ScenarioResult& result) {
  PrintHeading(result);
  // The formatter has made the source's control characters visible already.
  out_ << FormatDiagnostics(result.diagnostics);
  if (!result.skip_reason.empty()) out_ << "  " << EscapeControls(result.skip_reason) << "\n";
  if (!result.error.empty()) out_ << "  " << style_.In(Colour::kRed, result.error) << "\n";
  for (const ReportedExpectation& expectation : result.expectations) PrintExpectation(expectation);
  PrintDifferences(result.differences, result.golden_path, style_, options_.columns, out_);
  PrintExplainHint(result);
  if (result.outcome == CheckOutcome::kMissing) {
    out_ << "  " << EscapeControls(MissingSentence(result, in_ci_)) << "\n";
  }
  any_difference_ |= !result.differences.empty();
  any_pending_ |= !result.pending_path.empty();
  if (!result.expectations.empty() || !result.differences.empty()) PrintRules(result);
  if (!result.pending_path.empty()) {
    out_ << "  kept what it got as " << EscapeControls(result.pending_path) << "\n";
  }
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

void TerminalReporter::PrintExpectation(const ReportedExpectation& expectation) {
  out_ << "  " << style_.In(Colour::kBold, "expect " + expectation.what) << " does not hold";
  if (expectation.run > 0) out_ << " after run " << expectation.run;
  out_ << "  " << style_.In(Colour::kDim, PlaceText(expectation.range)) << "\n";
  PrintBothSides(expectation.expected, expectation.got, style_, options_.columns, out_);
  if (!expectation.run_end.empty()) {
    out_ << "      the run ended with " << EscapeControls(expectation.run_end) << "\n";
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

void TerminalReporter::PrintObsolete(const ObsoleteGoldens& obsolete) {
  bool is_bad = obsolete.fails();
  for (const std::string& path : obsolete.paths) {
    bool is_removed = obsolete.fate == ObsoleteGoldens::Fate::kRemoved;
    Colour colour = is_bad ? Colour::kRed : is_removed ? Colour::kGreen : Colour::kYellow;
    out_ << style_.In(colour, is_bad       ? "✗"
                              : is_removed ? "✓"
                                           : "?")
         << " " << style_.In(Colour::kBold, path) << " " << style_.In(colour, "obsolete")
         << style_.In(Colour::kDim,
                      is_removed ? "  removed: no scenario has it" : "  no scenario has it")
         << "\n";
  }
  if (!obsolete.error.empty()) out_ << style_.In(Colour::kRed, obsolete.error) << "\n";
}

void TerminalReporter::End(const Totals& totals) {
  progress_.Clear();
  PrintObsolete(totals.obsolete);
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
  out_ << (is_first ? "nothing ran" : "");
  if (size_t count = totals.obsolete.paths.size(); count > 0) {
    Colour colour = totals.obsolete.fails() ? Colour::kRed : Colour::kYellow;
    out_ << ", " << style_.In(colour, Counted(count, "obsolete golden"));
  }
  out_ << "  " << style_.In(Colour::kDim, WorkSentence(totals)) << "\n";
  PrintWhatNext(totals);
}

void TerminalReporter::PrintWhatNext(const Totals& totals) {
  if (totals.obsolete.fails() && totals.obsolete.error.empty()) {
    bool is_asked = totals.obsolete.fate == ObsoleteGoldens::Fate::kNotRemoved;
    out_ << (is_asked ? "Obsolete goldens stay until all else is good.\n"
                      : "Remove obsolete goldens with: streplay check --obsolete=delete\n");
  }
  if (any_pending_) {
    out_ << "If the new streams are right, take them as goldens: streplay accept --all "
         << "(one by one: streplay review)\n";
  } else if (any_difference_ && totals.Of(CheckOutcome::kFail) > 0) {
    out_ << "If the new streams are right, take them as goldens: streplay check --update=changed\n";
  }
}

}  // namespace streplay
