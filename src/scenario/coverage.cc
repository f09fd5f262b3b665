#include "scenario/coverage.h"

#include <map>
#include <string_view>

#include "base/check.h"

namespace streplay {

Coverage CoverRules(const std::vector<Rule>& rules, const std::vector<Scenario>& scenarios) {
  std::map<std::string_view, size_t> index_of;
  for (size_t i = 0; i < rules.size(); ++i) index_of.emplace(rules[i].id, i);
  Coverage coverage;
  coverage.by_rule.resize(rules.size());
  for (size_t i = 0; i < scenarios.size(); ++i) {
    if (scenarios[i].covers.empty()) coverage.without_rule.push_back(i);
    for (const std::string& id : scenarios[i].covers) {
      auto rule = index_of.find(id);
      STREPLAY_CHECK(rule != index_of.end());
      coverage.by_rule[rule->second].push_back(i);
    }
  }
  return coverage;
}

}  // namespace streplay
