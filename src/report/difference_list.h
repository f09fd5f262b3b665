// Differences for people: grouped by run, each with what was expected and what came. Side by side
// where the terminal is wide enough, else one below the other.
#ifndef STREPLAY_REPORT_DIFFERENCE_LIST_H_
#define STREPLAY_REPORT_DIFFERENCE_LIST_H_

#include <ostream>
#include <string>
#include <vector>

#include "report/result.h"
#include "report/style.h"

namespace streplay {

inline constexpr size_t kSideBySideColumns = 140;  // from here on

// The first of them; how many more there are is said at the end. `columns` are those of the
// terminal, 0 when there is none.
void PrintDifferences(const std::vector<ReportedDifference>& differences,
                      const std::string& golden_path, const Style& style, size_t columns,
                      std::ostream& out);

void PrintBothSides(const std::string& expected, const std::string& got, const Style& style,
                    size_t columns, std::ostream& out);

// "file.yaml:12"; empty without a place.
std::string PlaceText(const SourceRange& range);

}  // namespace streplay

#endif  // STREPLAY_REPORT_DIFFERENCE_LIST_H_
