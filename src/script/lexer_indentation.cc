// CPython's rule: a line's indentation is measured twice, with tabs to multiples of 8 and with tabs
// as one column; a comparison with an enclosing line that comes out differently is an error.
#include "script/lexer_state.h"

namespace streplay::script {

// Leaves the position at the line's first character that is not a blank. A backslash among the
// blanks joins the next line; the indentation is then that of the first part.
Lexer::Indentation Lexer::MeasureIndentation() {
  constexpr int kTabWidth = 8;
  Indentation indentation;
  int continued_column = 0;
  for (; position_ < end_; ++position_) {
    char c = Current();
    size_t line_break = LineBreakLength(position_ + 1);
    if (c == ' ') {
      ++indentation.column;
      ++indentation.alternate;
    } else if (c == '\t') {
      indentation.column = (indentation.column / kTabWidth + 1) * kTabWidth;
      ++indentation.alternate;
    } else if (c == '\f') {
      indentation = {};
    } else if (c == '\\' && line_break != 0 && position_ + 1 + line_break < end_) {
      if (continued_column == 0) continued_column = indentation.column;
      position_ += line_break;
    } else {
      break;
    }
  }
  if (continued_column != 0) indentation = {continued_column, continued_column};
  return indentation;
}

void Lexer::ReportTabs() {
  Fail(position_, position_ + 1, "tabs and spaces do not line up in this indentation");
}

void Lexer::ApplyIndentation(Indentation indentation) {
  Indentation enclosing = indentations_.back();
  if (indentation.column == enclosing.column) {
    if (indentation.alternate != enclosing.alternate) ReportTabs();
    return;
  }
  if (indentation.column > enclosing.column) {
    if (indentation.alternate <= enclosing.alternate) ReportTabs();
    indentations_.push_back(indentation);
    Push(TokenKind::kIndent, position_);
    return;
  }
  while (indentations_.size() > 1 && indentation.column < indentations_.back().column) {
    indentations_.pop_back();
    Push(TokenKind::kDedent, position_);
  }
  if (indentation.column != indentations_.back().column) {
    Fail(position_, position_ + 1, "this indentation matches no enclosing block");
  } else if (indentation.alternate != indentations_.back().alternate) {
    ReportTabs();
  }
}

}  // namespace streplay::script
