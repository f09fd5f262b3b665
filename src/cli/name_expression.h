// The expression of `-k`: which scenarios, by words in their id, title and tags (specs/cli.md).
//
//     cache and not (form or "two words")
//
// `not` binds tighter than `and`, and `and` tighter than `or`. A word is found anywhere in a name,
// whatever the case of its ASCII letters. One that has blanks or parentheses, or is an operator
// itself, stands in single or double quotes.
#ifndef STREPLAY_CLI_NAME_EXPRESSION_H_
#define STREPLAY_CLI_NAME_EXPRESSION_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace streplay {

class NameExpression {
 public:
  // Nothing when `text` is no expression; then one error says where. `name` stands for a file's.
  [[nodiscard]] static std::optional<NameExpression> Parse(const std::string& name,
                                                           const std::string& text,
                                                           Diagnostics& diagnostics);

  // A word holds when one of the names has it.
  bool Matches(const std::vector<std::string>& names) const;

  // In the order in which they are carried out: operands before their operator.
  struct Operation {
    enum class Kind { kWord, kNot, kAnd, kOr };
    Kind kind = Kind::kWord;
    std::string word;  // in lower case
  };

 private:
  explicit NameExpression(std::vector<Operation> operations) : operations_(std::move(operations)) {}

  std::vector<Operation> operations_;
};

}  // namespace streplay

#endif  // STREPLAY_CLI_NAME_EXPRESSION_H_
