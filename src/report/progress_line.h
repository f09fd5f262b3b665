// One line at the bottom of a terminal that says how far long work is. It is rewritten in place,
// and gone when the work is done. Never for what is not a terminal.
#ifndef STREPLAY_REPORT_PROGRESS_LINE_H_
#define STREPLAY_REPORT_PROGRESS_LINE_H_

#include <ostream>
#include <string_view>

namespace streplay {

class ProgressLine {
 public:
  // `columns` of the terminal; 0: there is none, and nothing is ever written.
  ProgressLine(std::ostream& out, size_t columns) : out_(out), columns_(columns) {}

  // `done` of `total` things, the last of which is called `name`. Written when the percentage is
  // another one than before, or after Clear().
  void Show(size_t done, size_t total, std::string_view name);

  // Before anything else is written.
  void Clear();

 private:
  std::ostream& out_;
  size_t columns_;
  size_t shown_percent_ = 0;
  bool is_shown_ = false;
};

}  // namespace streplay

#endif  // STREPLAY_REPORT_PROGRESS_LINE_H_
