// Lexer: the state of one pass over a text. Only lexer*.cc include this.
#ifndef STREPLAY_SCRIPT_LEXER_STATE_H_
#define STREPLAY_SCRIPT_LEXER_STATE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "script/lexer.h"

namespace streplay::script {

// Is `name` what may stand before a string's opening quote?
bool IsStringPrefix(std::string_view name);

class Lexer {
 public:
  // Lexes bytes [begin, end) of `text`; a field (of an f-string) has no lines.
  Lexer(std::string_view text, size_t begin, size_t end, bool is_field, Mistakes& mistakes);

  LexResult Run();

 private:
  // A column counted with tabs to multiples of 8, and with tabs as one: lines whose order depends
  // on the width of a tab are rejected.
  struct Indentation {
    int column = 0;
    int alternate = 0;
  };
  struct OpenBracket {
    char character;
    size_t offset;
  };

  // lexer.cc
  void LexLineStart();
  void LexToken();
  void LexContinuation();
  void LexName();
  void LexPunctuation();
  void OpenOrClose(char character);
  void LexUnexpected();
  void EndLine();
  void Finish();
  bool joins_lines() const { return is_field_ || !brackets_.empty(); }

  // lexer_indentation.cc
  Indentation MeasureIndentation();
  void ApplyIndentation(Indentation indentation);
  void ReportTabs();

  // lexer_numbers.cc
  void LexNumber();
  bool LexRadixNumber(bool (*is_digit)(char), const char* expected);
  bool LexDecimalDigits();
  bool LexFraction();
  bool LexExponent();
  bool LexDecimalNumber();
  bool CheckNumberEnd();
  bool StartsKeywordAfterNumber() const;

  // lexer_strings.cc
  void LexString(size_t prefix_length);
  bool SkipToStringEnd(char quote, bool is_triple);

  char At(size_t offset) const { return offset < end_ ? text_[offset] : '\0'; }
  char Current() const { return At(position_); }
  // The length of the line break at the position: 0, 1 or 2.
  size_t LineBreakLength(size_t offset) const;
  void Push(TokenKind kind, size_t begin) {
    result_.tokens.push_back(
        {kind, static_cast<uint32_t>(begin), static_cast<uint32_t>(position_)});
  }
  bool Fail(size_t begin, size_t end, std::string message) {
    AddMistake(mistakes_, begin, end, std::move(message));
    return false;
  }

  std::string_view text_;
  size_t position_;
  size_t end_;
  bool is_field_;
  Mistakes& mistakes_;
  LexResult result_;
  std::vector<Indentation> indentations_ = {{}};
  std::vector<OpenBracket> brackets_;
};

}  // namespace streplay::script

#endif  // STREPLAY_SCRIPT_LEXER_STATE_H_
