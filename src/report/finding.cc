#include "report/finding.h"

#include <algorithm>

#include "report/style.h"

namespace streplay {
namespace {

Finding At(const SourceRange& range, const std::string& path) {
  Finding finding;
  finding.file = range.source ? range.source->name() : path;
  finding.line = range.source ? range.begin.line : 0;
  finding.column = range.source ? range.begin.column : 0;
  return finding;
}

Finding OfDiagnostic(const Diagnostic& diagnostic, const ScenarioResult& result) {
  Finding finding = At(diagnostic.range, result.path);
  finding.sentence = diagnostic.message;
  finding.note = diagnostic.hint;
  return finding;
}

Finding OfExpectation(const ReportedExpectation& expectation, const ScenarioResult& result) {
  Finding finding = At(expectation.range, result.path);
  finding.sentence = "expect " + expectation.what + " does not hold";
  if (expectation.run > 0) finding.sentence += " after run " + std::to_string(expectation.run);
  finding.sides = ExcerptBoth(expectation.expected, expectation.got);
  if (!expectation.run_end.empty()) finding.note = "the run ended with " + expectation.run_end;
  return finding;
}

Finding OfDifference(const ReportedDifference& reported, const ScenarioResult& result) {
  const Difference& difference = reported.difference;
  Finding finding = At(reported.origin.range, result.path);
  if (difference.run > 0) finding.context = "run " + std::to_string(difference.run);
  if (!reported.origin.step.empty()) finding.context += " · " + reported.origin.step;
  finding.sentence = DifferenceSentence(difference);
  finding.sides =
      ExcerptBoth(difference.expected.value_or("(nothing)"), difference.got.value_or("(nothing)"));
  finding.golden_place = PlaceText(result.golden_path, reported.golden_line);
  return finding;
}

Finding OfWhole(const ScenarioResult& result, std::string sentence) {
  Finding finding = At({}, result.path);
  finding.sentence = std::move(sentence);
  return finding;
}

}  // namespace

std::vector<Finding> FindingsOf(const ScenarioResult& result, bool in_ci) {
  std::vector<Finding> findings;
  for (const Diagnostic& diagnostic : result.diagnostics) {
    findings.push_back(OfDiagnostic(diagnostic, result));
  }
  if (!result.error.empty()) findings.push_back(OfWhole(result, result.error));
  for (const ReportedExpectation& expectation : result.expectations) {
    findings.push_back(OfExpectation(expectation, result));
  }
  size_t shown = result.differences.size() - LeftOutDifferences(result);
  for (size_t i = 0; i < shown; ++i) {
    findings.push_back(OfDifference(result.differences[i], result));
  }
  if (result.outcome == CheckOutcome::kMissing) {
    findings.push_back(OfWhole(result, MissingSentence(result, in_ci)));
  }
  return findings;
}

std::vector<Finding> FindingsOf(const ObsoleteGoldens& obsolete) {
  bool is_removed = obsolete.fate == ObsoleteGoldens::Fate::kRemoved;
  std::vector<Finding> findings;
  for (const std::string& path : obsolete.paths) {
    Finding finding;
    finding.file = path;
    finding.sentence = is_removed ? "removed: no scenario has this golden"
                                  : "obsolete: no scenario has this golden";
    findings.push_back(std::move(finding));
  }
  if (!obsolete.error.empty()) {
    Finding finding;
    finding.sentence = obsolete.error;
    findings.push_back(std::move(finding));
  }
  return findings;
}

size_t LeftOutDifferences(const ScenarioResult& result) {
  return result.differences.size() - std::min(result.differences.size(), kMaxDifferencesOfResult);
}

std::string MissingSentence(const ScenarioResult& result, bool in_ci) {
  if (result.golden_written) return "wrote " + result.golden_path + ": look at it, then keep it";
  std::string sentence = result.golden_path + " is not there";
  if (!in_ci) return sentence + ": record it with --update=missing";
  return sentence +
         ", and in CI nothing is written: record it with `streplay check` elsewhere and "
         "commit it";
}

std::string ResultName(const ScenarioResult& result) {
  return result.profile.empty() ? result.path : result.path + " " + result.profile;
}

std::string PlaceText(const std::string& file, int line) {
  return line > 0 ? file + ":" + std::to_string(line) : file;
}

std::string TotalsSentence(const Totals& totals) {
  std::string sentence;
  for (bool is_bad : {true, false}) {
    for (size_t i = 0; i < kCheckOutcomeCount; ++i) {
      auto outcome = static_cast<CheckOutcome>(i);
      if (totals.Of(outcome) == 0 || IsBad(outcome) != is_bad) continue;
      if (!sentence.empty()) sentence += ", ";
      sentence += std::to_string(totals.Of(outcome)) + " " + std::string(CheckOutcomeName(outcome));
    }
  }
  if (sentence.empty()) sentence = "nothing ran";
  size_t obsolete = totals.obsolete.paths.size();
  return obsolete == 0 ? sentence : sentence + ", " + Counted(obsolete, "obsolete golden");
}

std::string WorkSentence(const Totals& totals) {
  std::string known;
  if (totals.known_count > 0) {
    known = std::to_string(totals.known_count) + " of them unchanged since they passed, ";
  }
  return "(" + Counted(totals.scenario_count, "scenario") + ", " + known +
         Counted(totals.run_count, "run") + ", " + Counted(totals.record_count, "record") + ")";
}

}  // namespace streplay
