// An implementation is entered when it is through: one that fails on the way leaves nothing.
#include "cli/rule_survey.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <utility>

#include "adapter/adapter_pool.h"
#include "base/diagnostic_formatter.h"
#include "cli/deprecation_notice.h"
#include "cli/parallel.h"
#include "report/difference_text.h"

namespace streplay {

struct RuleSurvey::Entry {
  MatrixImplementation implementation;
  std::map<std::string, MatrixCell> cells;  // by rule
  size_t scenario_count = 0;
};

RuleSurvey::RuleSurvey(const Profile& profile, const std::vector<Rule>& rules,
                       const std::vector<CorpusFile>& corpus, size_t jobs, Environment& environment)
    : profile_(profile), corpus_(corpus), jobs_(jobs), environment_(environment) {
  matrix_.profile = profile.name;
  for (const Rule& rule : rules) matrix_.rows.push_back({rule.id, rule.text, {}});
}

bool RuleSurvey::Add(const AdapterSettings& adapter, std::string again, CaseAnswer& failure) {
  AdapterPool pool(adapter, environment_.start_program);
  AdapterInfo info;
  if (!pool.Start(failure, info)) return false;
  Entry entry;
  entry.implementation.name = info.name;
  entry.implementation.version = info.version;
  entry.implementation.again = std::move(again);
  std::vector<ConformResult> results(corpus_.size());
  std::atomic<bool> has_failed = false;
  RunInParallel(
      corpus_.size(), jobs_,
      [&](size_t i) {
        if (!has_failed) results[i] = ConformCase(corpus_[i], profile_, pool, environment_);
      },
      [&](size_t i) {
        if (has_failed) return;
        if (results[i].answer.is_start_failure) {
          has_failed = true;
          failure = std::move(results[i].answer);
        } else {
          Take(results[i], entry);
        }
        results[i] = {};
      });
  pool.Close();
  if (!has_failed) Enter(std::move(entry));
  return !has_failed;
}

void RuleSurvey::Take(const ConformResult& result, Entry& entry) {
  bool is_first = matrix_.implementations.empty();
  // What is wrong with a scenario is wrong for all.
  if (is_first) environment_.err << FormatDiagnostics(result.diagnostics);
  any_invalid_ |= result.outcome == ConformOutcome::kInvalid;
  if (result.scenario)
    covered_.insert(result.scenario->covers.begin(), result.scenario->covers.end());
  if (result.outcome == ConformOutcome::kLeftOut) return;
  ++entry.scenario_count;
  if (result.outcome == ConformOutcome::kPass) {
    entry.implementation.scenarios.Add(true);
    for (const std::string& rule : result.scenario->covers) ++entry.cells[rule].kept;
  } else if (result.outcome == ConformOutcome::kMismatch) {
    TakeMismatch(result, entry);
  } else {
    TakeUntold(result, entry);
  }
}

void RuleSurvey::TakeMismatch(const ConformResult& result, Entry& entry) {
  const Difference* first = nullptr;  // that is no notice
  bool has_notice = false;
  for (const ConformDifference& found : result.differences) {
    if (IsDeprecationNotice(found.difference, result.answer.stream)) {
      has_notice = true;
    } else if (first == nullptr) {
      first = &found.difference;
    }
  }
  entry.implementation.noticed += has_notice ? 1 : 0;
  entry.implementation.scenarios.Add(first == nullptr);
  for (const std::string& rule : result.scenario->covers) {
    bool is_kept = first == nullptr && rule != kDeprecationRule;
    MatrixCell& cell = entry.cells[rule];
    if (is_kept) {
      ++cell.kept;
    } else {
      bool is_by_any = first == nullptr || rule == kDeprecationRule;
      const Difference& shown = is_by_any ? result.differences.front().difference : *first;
      cell.parted.push_back({result.path, DifferenceMessage(shown)});
    }
  }
}

void RuleSurvey::TakeUntold(const ConformResult& result, Entry& entry) {
  std::string why =
      result.message.empty() ? std::string(ConformOutcomeName(result.outcome)) : result.message;
  entry.implementation.untold.push_back({result.path, std::move(why)});
  if (!result.scenario) return;
  for (const std::string& rule : result.scenario->covers) ++entry.cells[rule].untold;
}

void RuleSurvey::Enter(Entry entry) {
  matrix_.implementations.push_back(std::move(entry.implementation));
  matrix_.scenario_count = entry.scenario_count;
  for (MatrixRow& row : matrix_.rows) row.cells.push_back(std::move(entry.cells[row.rule]));
}

ConformanceMatrix RuleSurvey::Matrix() const {
  ConformanceMatrix matrix = matrix_;
  std::erase_if(matrix.rows, [&](const MatrixRow& row) { return !covered_.contains(row.rule); });
  return matrix;
}

}  // namespace streplay
