#include "cli/conformance_report.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/utf8.h"
#include "report/difference_text.h"
#include "report/shell_word.h"

namespace streplay {
namespace {

constexpr size_t kMaxShownDifferences = 10;  // of one case

Colour ColourOf(ConformOutcome outcome) {
  if (outcome == ConformOutcome::kPass) return Colour::kGreen;
  return IsFailure(outcome) || outcome == ConformOutcome::kInvalid ? Colour::kRed : Colour::kYellow;
}

// What the list has to say about a case that is not good by it.
std::string_view VerdictText(ListVerdict verdict) {
  switch (verdict) {
    case ListVerdict::kListedPasses:
      return "it is listed as a deviation, but passes";
    case ListVerdict::kListedDiffers:
      return "it is listed as a deviation, but of another kind";
    case ListVerdict::kListedSkipped:
      return "it is listed as a deviation, but was skipped";
    case ListVerdict::kGood:
    case ListVerdict::kExpected:
    case ListVerdict::kUnlisted:
      break;
  }
  return "";
}

bool IsUnexpected(ListVerdict verdict) {
  return verdict != ListVerdict::kGood && verdict != ListVerdict::kExpected;
}

std::string Rounded(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::string SpeedText(const RunSpeed& speed) {
  return Counted(speed.run_count, "run") + " in " +
         Rounded(std::chrono::duration<double>(speed.elapsed).count(), 3) +
         " s: " + Rounded(speed.PerSecond(), 0) + " runs a second";
}

}  // namespace

ConformanceReport::ConformanceReport(std::ostream& out, ConformanceReportOptions options)
    : out_(out), options_(std::move(options)), style_(options_.has_colour) {
}

void ConformanceReport::Begin(const AdapterInfo& adapter, std::string_view profile) {
  out_ << style_.In(Colour::kBold, AdapterInfoText(adapter)) << ", protocol " << kAdapterProtocol
       << ", against the profile " << profile << "\n";
}

void ConformanceReport::Finished(const ConformResult& result, ListVerdict verdict) {
  restart_count_ += result.answer.lost_processes;
  if (result.outcome == ConformOutcome::kLeftOut) return;
  ++scenario_count_;
  run_count_ += result.run_count;
  if (verdict == ListVerdict::kExpected) {
    ++expected_count_;
  } else {
    ++by_outcome_[static_cast<size_t>(result.outcome)];
  }
  if (IsUnexpected(verdict)) ++unexpected_count_;
  bool is_shown =
      options_.lists_all || IsUnexpected(verdict) || result.outcome == ConformOutcome::kInvalid;
  if (is_shown) PrintCase(result, verdict);
}

void ConformanceReport::PrintCase(const ConformResult& result, ListVerdict verdict) {
  bool is_expected = verdict == ListVerdict::kExpected;
  std::string name = is_expected ? "expected" : std::string(ConformOutcomeName(result.outcome));
  out_ << style_.In(is_expected ? Colour::kYellow : ColourOf(result.outcome), name) << "  "
       << EscapeControls(result.path);
  if (result.scenario) out_ << "  " << style_.In(Colour::kDim, result.scenario->title);
  out_ << "\n";
  if (!VerdictText(verdict).empty()) out_ << "  " << VerdictText(verdict) << "\n";
  if (is_expected || result.differences.empty()) {
    if (!result.message.empty()) out_ << "  " << EscapeControls(result.message) << "\n";
    if (!result.issue.empty()) out_ << "  see " << EscapeControls(result.issue) << "\n";
  } else {
    PrintDifferences(result);
  }
  if (!IsUnexpected(verdict)) return;
  if (result.scenario && !result.scenario->covers.empty()) {
    std::string rules;
    for (const std::string& rule : result.scenario->covers) rules += " " + rule;
    out_ << "  " << style_.In(Colour::kDim, "rules") << EscapeControls(rules) << "\n";
  }
  PrintErrors(result.answer.errors);
  out_ << "  " << style_.In(Colour::kDim, "again:") << " "
       << EscapeControls(options_.reproduction + ShellWord(result.path)) << "\n";
}

void ConformanceReport::PrintDifferences(const ConformResult& result) {
  int run = 0;
  size_t shown = std::min(result.differences.size(), kMaxShownDifferences);
  for (size_t i = 0; i < shown; ++i) {
    const auto& [difference, origin] = result.differences[i];
    if (difference.run != run) {
      run = difference.run;
      out_ << "  " << style_.In(Colour::kBold, "run " + std::to_string(run));
      if (!origin.step.empty()) {
        out_ << " · " << EscapeControls(origin.step) << "  "
             << style_.In(Colour::kDim,
                          result.path + ":" + std::to_string(origin.range.begin.line));
      }
      out_ << "\n";
    }
    BothSides sides = ExcerptBoth(difference.expected.value_or("(nothing)"),
                                  difference.got.value_or("(nothing)"));
    out_ << "    " << EscapeControls(DifferenceSentence(difference)) << "\n"
         << "      model    " << style_.In(Colour::kGreen, sides.expected) << "\n"
         << "      adapter  " << style_.In(Colour::kRed, sides.got) << "\n";
  }
  if (shown < result.differences.size()) {
    out_ << "    … and " << Counted(result.differences.size() - shown, "difference") << " more\n";
  }
}

void ConformanceReport::PrintErrors(const std::string& errors) {
  if (errors.empty()) return;
  out_ << "  " << style_.In(Colour::kDim, "standard error:") << "\n";
  out_ << IndentedLines(errors, "    ");
}

void ConformanceReport::Unmatched(const ExpectationEntry& entry, const std::string& list_path) {
  ++unexpected_count_;
  out_ << style_.In(Colour::kRed, "unmatched") << "  " << EscapeControls(list_path) << ":"
       << entry.line << ": no scenario " << EscapeControls(entry.id) << " was run\n";
}

void ConformanceReport::Failed(const CaseAnswer& failure) {
  out_ << style_.In(Colour::kRed, "the adapter failed") << "  " << CaseAnswerKindName(failure.kind)
       << ": " << EscapeControls(failure.message) << "\n";
  PrintErrors(failure.errors);
}

void ConformanceReport::End() {
  std::string text;
  auto add = [&](size_t count, std::string_view name, Colour colour) {
    if (count == 0) return;
    if (!text.empty()) text += ", ";
    text += style_.In(colour, std::to_string(count) + " " + std::string(name));
  };
  for (size_t i = 0; i < kConformOutcomeCount; ++i) {
    auto outcome = static_cast<ConformOutcome>(i);
    add(by_outcome_[i], ConformOutcomeName(outcome), ColourOf(outcome));
  }
  add(expected_count_, "expected deviation" + std::string(expected_count_ == 1 ? "" : "s"),
      Colour::kYellow);
  std::string size = Counted(scenario_count_, "scenario") + ", " + Counted(run_count_, "run");
  if (restart_count_ > 0) size += ", " + Counted(restart_count_, "restart");
  out_ << (text.empty() ? "nothing ran" : text) << "  " << style_.In(Colour::kDim, "(" + size + ")")
       << "\n";
}

void ConformanceReport::Speed(const AdapterInfo& adapter, const RunSpeed& of_adapter,
                              const RunSpeed& of_model) {
  if (of_adapter.elapsed.count() <= 0 || of_model.elapsed.count() <= 0) return;
  out_ << "model: " << SpeedText(of_model) << "\n"
       << EscapeControls(adapter.name + " " + adapter.version) << ": " << SpeedText(of_adapter)
       << " in each process\n"
       << "the model is " << Rounded(of_model.PerSecond() / of_adapter.PerSecond(), 0)
       << " times as fast\n";
}

}  // namespace streplay
