// Recursive descent, one function a level of binding. What it writes is in postfix order, so that
// matching needs nothing but a stack of truth values.
#include "cli/name_expression.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/check.h"

namespace streplay {
namespace {

using Operation = NameExpression::Operation;
using Kind = Operation::Kind;

constexpr int kMaxDepth = 100;
constexpr std::string_view kBlanks = " \t\r\n";

std::string InLowerCase(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  }
  return lower;
}

bool IsOperator(std::string_view word) {
  return word == "and" || word == "or" || word == "not";
}

struct Token {
  enum class Kind { kWord, kOperator, kOpen, kClose, kEnd };
  Kind kind = Kind::kEnd;
  std::string text;  // of a word without its quotes
  size_t begin = 0;
  size_t end = 0;
};

class Parser {
 public:
  Parser(const std::string& name, const std::string& text, Diagnostics& diagnostics)
      : source_(std::make_shared<const SourceText>(name, text)),
        text_(source_->text()),
        diagnostics_(diagnostics) {}

  bool Parse() {
    if (text_.find_first_not_of(kBlanks) == std::string_view::npos) {
      return Fail(0, text_.size(), "the expression is empty", "such as: cache and not form");
    }
    if (!Next() || !ParseOr()) return false;
    if (token_.kind == Token::Kind::kEnd) return true;
    if (token_.kind == Token::Kind::kClose) return FailAtToken("nothing opens this `)`");
    return FailAtToken("an operator is missing before " + TokenText(), HintForNeighbours());
  }

  std::vector<Operation> TakeOperations() { return std::move(operations_); }

 private:
  bool ParseOr() { return ParseChain("or", Kind::kOr, &Parser::ParseAnd); }
  bool ParseAnd() { return ParseChain("and", Kind::kAnd, &Parser::ParseNot); }

  bool ParseChain(std::string_view word, Kind kind, bool (Parser::*parse_operand)()) {
    if (!(this->*parse_operand)()) return false;
    while (AtOperator(word)) {
      if (!Next() || !(this->*parse_operand)()) return false;
      operations_.push_back({kind, ""});
    }
    return true;
  }

  bool ParseNot() {
    size_t count = 0;
    for (; AtOperator("not"); ++count) {
      if (!Next()) return false;
    }
    if (!ParseOperand()) return false;
    if (count % 2 == 1) operations_.push_back({Kind::kNot, ""});
    return true;
  }

  bool ParseOperand() {
    if (token_.kind == Token::Kind::kOpen) return ParseParentheses();
    if (token_.kind != Token::Kind::kWord) return FailAtToken(MissingWord());
    operations_.push_back({Kind::kWord, InLowerCase(token_.text)});
    previous_word_ = token_.text;
    return Next();
  }

  bool ParseParentheses() {
    Token open = token_;
    if (++depth_ > kMaxDepth) return FailAtToken("the expression is nested too deep");
    if (!Next() || !ParseOr()) return false;
    if (token_.kind == Token::Kind::kEnd) {
      return Fail(open.begin, open.end, "nothing closes this `(`");
    }
    if (token_.kind != Token::Kind::kClose) {
      return FailAtToken("an operator is missing before " + TokenText(), HintForNeighbours());
    }
    --depth_;
    return Next();
  }

  // Moves on to the next token. False when there is a quote that nothing closes, or nothing in one.
  bool Next() {
    size_t begin = std::min(text_.find_first_not_of(kBlanks, token_.end), text_.size());
    if (begin == text_.size()) {
      token_ = {Token::Kind::kEnd, "", begin, begin};
      return true;
    }
    char first = text_[begin];
    if (first == '"' || first == '\'') return TakeQuoted(begin);
    if (first == '(' || first == ')') {
      auto kind = first == '(' ? Token::Kind::kOpen : Token::Kind::kClose;
      token_ = {kind, std::string(1, first), begin, begin + 1};
      return true;
    }
    size_t end = std::min(text_.find_first_of(" \t\r\n()", begin), text_.size());
    std::string word(text_.substr(begin, end - begin));
    token_ = {IsOperator(word) ? Token::Kind::kOperator : Token::Kind::kWord, word, begin, end};
    return true;
  }

  bool TakeQuoted(size_t begin) {
    size_t close = text_.find(text_[begin], begin + 1);
    if (close == std::string_view::npos) {
      return Fail(begin, text_.size(), "nothing closes this quote");
    }
    token_ = {Token::Kind::kWord, std::string(text_.substr(begin + 1, close - begin - 1)), begin,
              close + 1};
    return !token_.text.empty() || FailAtToken("there is nothing between these quotes");
  }

  bool AtOperator(std::string_view word) const {
    return token_.kind == Token::Kind::kOperator && token_.text == word;
  }

  std::string TokenText() const {
    return "`" + std::string(text_.substr(token_.begin, token_.end - token_.begin)) + "`";
  }

  std::string MissingWord() const {
    if (token_.kind == Token::Kind::kEnd) return "a word is missing at the end";
    return "a word is missing before " + TokenText();
  }

  // Two words beside each other: what was meant?
  std::string HintForNeighbours() const {
    auto is_shouted = [](const std::string& word) {
      return !IsOperator(word) && IsOperator(InLowerCase(word));
    };
    bool shouted = is_shouted(token_.text) || is_shouted(previous_word_);
    if (shouted) return "operators are written in lower case: and, or, not";
    return "join words with `and` or `or`, or quote those that belong together: \"two words\"";
  }

  bool FailAtToken(std::string message, std::string hint = {}) {
    return Fail(token_.begin, token_.end, std::move(message), std::move(hint));
  }

  bool Fail(size_t begin, size_t end, std::string message, std::string hint = {}) {
    AddError(diagnostics_, {source_, source_->PositionAt(begin), source_->PositionAt(end)},
             std::move(message), std::move(hint));
    return false;
  }

  SourceTextPtr source_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  Token token_;
  std::string previous_word_;
  int depth_ = 0;
  std::vector<Operation> operations_;
};

bool AnyHas(const std::vector<std::string>& lower_names, const std::string& word) {
  return std::any_of(lower_names.begin(), lower_names.end(),
                     [&](const std::string& name) { return name.find(word) != std::string::npos; });
}

}  // namespace

std::optional<NameExpression> NameExpression::Parse(const std::string& name,
                                                    const std::string& text,
                                                    Diagnostics& diagnostics) {
  Parser parser(name, text, diagnostics);
  if (!parser.Parse()) return std::nullopt;
  return NameExpression(parser.TakeOperations());
}

bool NameExpression::Matches(const std::vector<std::string>& names) const {
  std::vector<std::string> lower_names;
  for (const std::string& name : names) lower_names.push_back(InLowerCase(name));
  std::vector<bool> values;
  for (const Operation& operation : operations_) {
    if (operation.kind == Kind::kWord) {
      values.push_back(AnyHas(lower_names, operation.word));
      continue;
    }
    bool last = values.back();
    if (operation.kind == Kind::kNot) {
      values.back() = !last;
      continue;
    }
    values.pop_back();
    STREPLAY_CHECK(!values.empty());
    values.back() = operation.kind == Kind::kAnd ? values.back() && last : values.back() || last;
  }
  return values.back();
}

}  // namespace streplay
