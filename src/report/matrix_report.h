// A matrix of rules and implementations: for people at a terminal, for a Markdown page, as JSON,
// and as a badge.
#ifndef STREPLAY_REPORT_MATRIX_REPORT_H_
#define STREPLAY_REPORT_MATRIX_REPORT_H_

#include <ostream>
#include <string>

#include "report/conformance_matrix.h"
#include "report/style.h"

namespace streplay {

// What stands in a cell: "✓", "✓ 4/5" (one is untold), "✗ 3/5" (three keep the rule), "✗", "–".
std::string CellText(const MatrixCell& cell);

// "120 of 126, 95.2 %"; "–" of nothing.
std::string ShareText(const Share& share);

// A row a rule, the shares last. With `lists_scenarios` the scenarios that part, and those that are
// untold with the reason, stand below it.
void PrintMatrix(const ConformanceMatrix& matrix, const Style& style, bool lists_scenarios,
                 std::ostream& out);

// A table with what the rules say; below it, for each rule from which one parts, the scenarios and
// a command line. With `lists_untold` also what is untold.
void PrintMatrixMarkdown(const ConformanceMatrix& matrix, bool lists_untold, std::ostream& out);

// One line of JSON with all that there is.
void PrintMatrixJson(const ConformanceMatrix& matrix, std::ostream& out);

// An endpoint of shields.io: the share of rules, in the colour of the lowest.
void PrintMatrixBadge(const ConformanceMatrix& matrix, std::ostream& out);

}  // namespace streplay

#endif  // STREPLAY_REPORT_MATRIX_REPORT_H_
