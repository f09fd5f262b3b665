// What `--rule` takes: a rule's id, or what the ids of several rules begin with.
#ifndef STREPLAY_CLI_RULE_PATTERN_H_
#define STREPLAY_CLI_RULE_PATTERN_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace streplay {

class RulePattern {
 public:
  // `replay.static`; `replay.command.` or `replay.*` for all that begin so. Nothing when it is
  // empty or has a `*` elsewhere.
  [[nodiscard]] static std::optional<RulePattern> Parse(std::string_view text);

  bool Matches(std::string_view rule) const;
  bool MatchesAny(const std::vector<std::string>& rules) const;

 private:
  RulePattern(std::string text, bool is_prefix) : text_(std::move(text)), is_prefix_(is_prefix) {}

  std::string text_;
  bool is_prefix_;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_RULE_PATTERN_H_
