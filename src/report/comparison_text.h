// A comparison of two profiles, for people at a terminal, for a Markdown page, and as JSON.
#ifndef STREPLAY_REPORT_COMPARISON_TEXT_H_
#define STREPLAY_REPORT_COMPARISON_TEXT_H_

#include <ostream>

#include "report/profile_comparison.h"
#include "report/style.h"

namespace streplay {

// The decision points that a scenario shows, each with its smallest one and at most `max_shown` of
// its differences; then those that none shows; the totals last.
void PrintComparison(const ProfileComparison& comparison, const Style& style, size_t max_shown,
                     std::ostream& out);

// A table with one row a decision point.
void PrintComparisonTable(const ProfileComparison& comparison, std::ostream& out);

// One line of JSON with all that there is.
void PrintComparisonJson(const ProfileComparison& comparison, std::ostream& out);

}  // namespace streplay

#endif  // STREPLAY_REPORT_COMPARISON_TEXT_H_
