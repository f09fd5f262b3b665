// Text for a terminal: colours when they are wanted, and nothing that could drive it.
#ifndef STREPLAY_REPORT_STYLE_H_
#define STREPLAY_REPORT_STYLE_H_

#include <string>
#include <string_view>

namespace streplay {

enum class Colour { kRed, kGreen, kYellow, kBlue, kCyan, kDim, kBold };

class Style {
 public:
  explicit Style(bool has_colour) : has_colour_(has_colour) {}

  bool has_colour() const { return has_colour_; }

  // `text` with its control characters made visible, in the colour.
  std::string In(Colour colour, std::string_view text) const;

 private:
  bool has_colour_;
};

// Cut to at most `cells` terminal cells, with an ellipsis in place of what was cut.
std::string CutToWidth(std::string_view text, size_t cells);

// Blanks that bring `text` to `cells` terminal cells.
std::string PaddingTo(std::string_view text, size_t cells);

// Each line of `text` behind `indent`, without what could drive a terminal. Any bytes will do.
std::string IndentedLines(std::string_view text, std::string_view indent);

// "1 run", "3 runs".
std::string Counted(size_t count, std::string_view noun);

}  // namespace streplay

#endif  // STREPLAY_REPORT_STYLE_H_
