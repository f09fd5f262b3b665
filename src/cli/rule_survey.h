// What implementations make of the rules that scenarios cover: runs all scenarios on one after the
// other, and enters what comes of it into a matrix.
#ifndef STREPLAY_CLI_RULE_SURVEY_H_
#define STREPLAY_CLI_RULE_SURVEY_H_

#include <set>
#include <string>
#include <vector>

#include "adapter/connection.h"
#include "cli/conform_case.h"
#include "cli/corpus.h"
#include "cli/environment.h"
#include "report/conformance_matrix.h"
#include "scenario/rules.h"

namespace streplay {

// An implementation's deprecation notices alone part from no rule but their own (kDeprecationRule):
// a scenario keeps its rules when nothing else differs, and what else does counts. They are
// insertions to the comparison, which lines up the rest past them, so no notice hides anything.
class RuleSurvey {
 public:
  // Of `rules`. What is given must outlive it.
  RuleSurvey(const Profile& profile, const std::vector<Rule>& rules,
             const std::vector<CorpusFile>& corpus, size_t jobs, Environment& environment);

  // Runs all scenarios on one more implementation; `again` is a command line that shows it in full.
  // False when its adapter does not come up, at the start or later: then `failure` says why, and
  // nothing was entered.
  [[nodiscard]] bool Add(const AdapterSettings& adapter, std::string again, CaseAnswer& failure);

  // A row for each of the rules that a scenario covers, in their order.
  ConformanceMatrix Matrix() const;

  bool any_invalid() const { return any_invalid_; }

 private:
  struct Entry;  // what one implementation adds

  void Take(const ConformResult& result, Entry& entry);
  void TakeMismatch(const ConformResult& result, Entry& entry);
  void TakeUntold(const ConformResult& result, Entry& entry);
  void Enter(Entry entry);

  const Profile& profile_;
  const std::vector<CorpusFile>& corpus_;
  size_t jobs_;
  Environment& environment_;
  ConformanceMatrix matrix_;       // all rules
  std::set<std::string> covered_;  // rules
  bool any_invalid_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_RULE_SURVEY_H_
