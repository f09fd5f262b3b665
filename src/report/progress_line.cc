#include "report/progress_line.h"

#include "base/utf8.h"
#include "report/style.h"

namespace streplay {

// The last column stays free: a terminal that has been filled moves on to its next line.
void ProgressLine::Show(size_t done, size_t total, std::string_view name) {
  if (columns_ < 2 || total == 0) return;
  size_t percent = done * 100 / total;
  if (is_shown_ && percent == shown_percent_) return;
  std::string text = std::to_string(done) + "/" + std::to_string(total) + "  " +
                     std::string(3 - std::to_string(percent).size(), ' ') +
                     std::to_string(percent) + "%  " + EscapeControls(name);
  out_ << "\r" << CutToWidth(text, columns_ - 1) << "\x1b[K" << std::flush;
  shown_percent_ = percent;
  is_shown_ = true;
}

void ProgressLine::Clear() {
  if (is_shown_) out_ << "\r\x1b[K";
  is_shown_ = false;
}

}  // namespace streplay
