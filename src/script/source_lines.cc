// inspect.getsource does not parse: it looks for a line that seems to start a function, splits what
// follows into rough tokens, and stops when those seem to leave the function's block. Its quirks
// are kept: a lambda's source is whole lines, comments count when they are indented as far as the
// block.
#include "script/source_lines.h"

#include <algorithm>
#include <vector>

namespace streplay::script {
namespace {

bool IsBlank(char c) {
  return c == ' ' || c == '\t' || c == '\f' || c == '\v' || c == '\r' || c == '\n';
}

bool IsWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// The lines with their breaks, all of which are "\n".
std::vector<std::string> SplitLines(std::string_view text) {
  std::vector<std::string> lines;
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(std::string(line) + "\n");
    start = end + 1;
  }
  return lines;
}

// Does the text at `at` hold `word` and then something that ends it?
bool HasWord(std::string_view line, size_t at, std::string_view word) {
  return line.substr(at, word.size()) == word && at + word.size() < line.size() &&
         IsBlank(line[at + word.size()]);
}

bool HasLambda(std::string_view line) {
  constexpr std::string_view kWord = "lambda";
  for (size_t at = line.find(kWord); at != std::string_view::npos; at = line.find(kWord, at + 1)) {
    char after = at + kWord.size() < line.size() ? line[at + kWord.size()] : '\0';
    bool is_start = at == 0 || !IsWord(line[at - 1]);
    if (is_start && (after == ':' || IsBlank(after))) return true;
  }
  return false;
}

bool SeemsToStartFunction(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && IsBlank(line[at])) ++at;
  if (at < line.size() && line[at] == '@') return true;
  if (HasWord(line, at, "async")) {
    size_t next = at + 5;
    while (next < line.size() && IsBlank(line[next])) ++next;
    if (HasWord(line, next, "def")) return true;
  }
  return HasWord(line, at, "def") || HasLambda(line);
}

enum class RoughToken { kNewline, kIndent, kDedent, kComment, kNonlogicalBreak, kOther };

// The state machine that decides where the block ends.
class BlockEnd {
 public:
  // `row` counts from 1; `column` is where the token starts (of an indentation: where it ends).
  // False when the block is over.
  bool Feed(RoughToken token, std::string_view text, int row, int column) {
    if (!has_started_ && !is_in_decorator_) {
      if (text == "@") {
        is_in_decorator_ = true;
      } else if (text == "def" || text == "class" || text == "lambda") {
        is_lambda_ = text == "lambda";
        has_started_ = true;
      }
      skips_line_ = true;
      return true;
    }
    if (token == RoughToken::kNewline) {
      skips_line_ = false;
      last_row_ = row;
      is_in_decorator_ = false;
      return !is_lambda_;
    }
    return skips_line_ || FeedInBlock(token, row, column);
  }

  int last_row() const { return last_row_; }

 private:
  bool FeedInBlock(RoughToken token, int row, int column) {
    switch (token) {
      case RoughToken::kIndent:
        if (body_column_ < 0 && has_started_) body_column_ = column;
        ++level_;
        skips_line_ = true;
        return true;
      case RoughToken::kDedent:
        return --level_ > 0;
      case RoughToken::kComment:
        if (body_column_ >= 0 && column >= body_column_) last_row_ = row;
        return true;
      case RoughToken::kNonlogicalBreak:
        return true;
      default:
        return level_ != 0;
    }
  }

  bool has_started_ = false;
  bool is_in_decorator_ = false;
  bool is_lambda_ = false;
  bool skips_line_ = false;
  int level_ = 0;
  int last_row_ = 1;
  int body_column_ = -1;
};

class RoughLexer {
 public:
  RoughLexer(const std::vector<std::string>& lines, size_t first) : lines_(lines), first_(first) {}

  // How many lines the block at the first line has.
  int CountLines() {
    for (size_t i = first_; i < lines_.size(); ++i) {
      row_ = static_cast<int>(i - first_) + 1;
      if (!LexLine(lines_[i])) break;
    }
    return block_.last_row();
  }

 private:
  bool Feed(RoughToken token, std::string_view text, size_t column) {
    return block_.Feed(token, text, row_, static_cast<int>(column));
  }

  // Each returns false when the block is over.
  bool LexLine(std::string_view line) {
    size_t at = 0;
    if (quotes_ != 0) {
      at = SkipString(line, 0);
    } else if (brackets_ == 0 && !is_continued_) {
      bool is_done = false;
      if (!LexLineStart(line, at, is_done)) return false;
      if (is_done) return true;
    }
    is_continued_ = false;
    while (at < line.size()) {
      if (!LexToken(line, at)) return false;
    }
    return true;
  }

  bool LexLineStart(std::string_view line, size_t& at, bool& is_done) {
    int column = 0;
    for (; at < line.size() && (line[at] == ' ' || line[at] == '\t' || line[at] == '\f'); ++at) {
      column = line[at] == ' ' ? column + 1 : line[at] == '\t' ? (column / 8 + 1) * 8 : 0;
    }
    if (line[at] == '#' || line[at] == '\n') {
      is_done = true;
      bool goes_on = line[at] != '#' || Feed(RoughToken::kComment, "#", at);
      return goes_on && Feed(RoughToken::kNonlogicalBreak, "\n", line.size() - 1);
    }
    if (column > indentations_.back()) {
      indentations_.push_back(column);
      if (!Feed(RoughToken::kIndent, "", at)) return false;
    }
    while (column < indentations_.back()) {
      bool is_known =
          std::find(indentations_.begin(), indentations_.end(), column) != indentations_.end();
      if (!is_known) return false;
      indentations_.pop_back();
      if (!Feed(RoughToken::kDedent, "", at)) return false;
    }
    return true;
  }

  bool LexToken(std::string_view line, size_t& at) {
    size_t begin = at;
    char c = line[at];
    if (c == '\n') {
      ++at;
      bool is_logical = brackets_ <= 0;
      return Feed(is_logical ? RoughToken::kNewline : RoughToken::kNonlogicalBreak, "\n", begin);
    }
    if (IsBlank(c)) {
      ++at;
      return true;
    }
    if (c == '#') {
      at = line.size() - 1;
      return Feed(RoughToken::kComment, "#", begin);
    }
    if (c == '\\' && line[at + 1] == '\n') {
      is_continued_ = true;
      at = line.size();
      return true;
    }
    if (IsWord(c)) {
      while (IsWord(line[at])) ++at;
      std::string_view word = line.substr(begin, at - begin);
      bool is_prefix = word.size() <= 2 && (line[at] == '"' || line[at] == '\'');
      if (!is_prefix) return Feed(RoughToken::kOther, word, begin);
      c = line[at];
    }
    if (c == '"' || c == '\'') {
      OpenString(line, at);
      return Feed(RoughToken::kOther, "", begin);
    }
    if (c == '(' || c == '[' || c == '{') ++brackets_;
    if (c == ')' || c == ']' || c == '}') --brackets_;
    ++at;
    return Feed(RoughToken::kOther, line.substr(begin, 1), begin);
  }

  void OpenString(std::string_view line, size_t& at) {
    quote_ = line[at];
    bool is_triple = line[at + 1] == quote_ && line[at + 2] == quote_;
    quotes_ = is_triple ? 3 : 1;
    at = SkipString(line, at + static_cast<size_t>(quotes_));
  }

  // The offset after the string's end, or the end of the line: then the string goes on below.
  size_t SkipString(std::string_view line, size_t at) {
    for (; at < line.size(); ++at) {
      if (line[at] == '\\') {
        ++at;
      } else if (line[at] == quote_) {
        bool ends = quotes_ == 1 || (line.substr(at, 3) == std::string(3, quote_));
        if (!ends) continue;
        at += static_cast<size_t>(quotes_);
        quotes_ = 0;
        return at;
      }
    }
    return line.size();
  }

  const std::vector<std::string>& lines_;
  size_t first_;
  BlockEnd block_;
  int row_ = 0;
  std::vector<int> indentations_ = {0};
  int brackets_ = 0;
  bool is_continued_ = false;
  int quotes_ = 0;  // 1 or 3 inside a string
  char quote_ = 0;
};

}  // namespace

std::string SourceOfFunction(std::string_view text, int first_line) {
  std::vector<std::string> lines = SplitLines(text);
  if (lines.empty()) return {};
  size_t first = std::min(static_cast<size_t>(first_line) - 1, lines.size() - 1);
  while (first > 0 && !SeemsToStartFunction(lines[first])) --first;
  auto count = static_cast<size_t>(RoughLexer(lines, first).CountLines());
  std::string source;
  for (size_t i = first; i < std::min(first + count, lines.size()); ++i) source += lines[i];
  return source;
}

}  // namespace streplay::script
