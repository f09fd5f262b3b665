#include "cli/rule_pattern.h"

#include <algorithm>
#include <utility>

namespace streplay {

std::optional<RulePattern> RulePattern::Parse(std::string_view text) {
  bool has_star = text.ends_with('*');
  bool is_prefix = has_star || text.ends_with('.');
  if (has_star) text.remove_suffix(1);
  bool good = (has_star || !text.empty()) && text.find('*') == std::string_view::npos;
  if (!good) return std::nullopt;
  return RulePattern(std::string(text), is_prefix);
}

bool RulePattern::Matches(std::string_view rule) const {
  return is_prefix_ ? rule.starts_with(text_) : rule == text_;
}

bool RulePattern::MatchesAny(const std::vector<std::string>& rules) const {
  return std::any_of(rules.begin(), rules.end(),
                     [this](const std::string& rule) { return Matches(rule); });
}

}  // namespace streplay
