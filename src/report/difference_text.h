// The sentences and excerpts in which reports for people speak of a difference.
#ifndef STREPLAY_REPORT_DIFFERENCE_TEXT_H_
#define STREPLAY_REPORT_DIFFERENCE_TEXT_H_

#include <string>

#include "golden/difference.h"

namespace streplay {

inline constexpr size_t kMaxDifferencesOfResult = 20;  // of one result, in reports for people

// "markdown at [0,3]: `body` differs", "form at [0,0] is missing, with 3 records in it".
std::string DifferenceSentence(const Difference& difference);

// The sentence with its run: "run 2: markdown at [0,3]: `body` differs".
std::string DifferenceMessage(const Difference& difference);

struct BothSides {
  std::string expected;
  std::string got;
};

// The two texts, or where they are long, the stretches around the first place where they part, with
// ellipses for what was left out.
BothSides ExcerptBoth(const std::string& expected, const std::string& got);

}  // namespace streplay

#endif  // STREPLAY_REPORT_DIFFERENCE_TEXT_H_
