// The badge's colours are those that shields.io knows by name.
#include <algorithm>

#include "report/json_text.h"
#include "report/matrix_report.h"

namespace streplay {
namespace {

std::string_view VerdictName(MatrixVerdict verdict) {
  switch (verdict) {
    case MatrixVerdict::kKept:
      return "kept";
    case MatrixVerdict::kParted:
      return "parted";
    case MatrixVerdict::kUntold:
      break;
  }
  return "untold";
}

std::string ShareJson(const Share& share) {
  return JsonObject({{"kept", std::to_string(share.part)}, {"told", std::to_string(share.total)}});
}

std::string PartedJson(const ScenarioRemark& remark) {
  return JsonObject({{"scenario", JsonText(remark.path)}, {"difference", JsonText(remark.text)}});
}

std::string UntoldJson(const ScenarioRemark& remark) {
  return JsonObject({{"scenario", JsonText(remark.path)}, {"why", JsonText(remark.text)}});
}

std::string CellJson(const MatrixCell& cell) {
  return JsonObject({{"verdict", JsonText(VerdictName(cell.verdict()))},
                     {"kept", std::to_string(cell.kept)},
                     {"untold", std::to_string(cell.untold)},
                     {"parted", JsonList(cell.parted, PartedJson)}});
}

std::string RowJson(const MatrixRow& row) {
  return JsonObject({{"rule", JsonText(row.rule)},
                     {"text", JsonText(row.text)},
                     {"cells", JsonList(row.cells, CellJson)}});
}

std::string ImplementationJson(const ConformanceMatrix& matrix, size_t index) {
  const MatrixImplementation& implementation = matrix.implementations[index];
  return JsonObject({{"name", JsonText(implementation.name)},
                     {"version", JsonText(implementation.version)},
                     {"again", JsonText(implementation.again)},
                     {"rules", ShareJson(KeptRules(matrix, index))},
                     {"scenarios", ShareJson(implementation.scenarios)},
                     {"deprecation_notices", std::to_string(implementation.noticed)},
                     {"untold", JsonList(implementation.untold, UntoldJson)}});
}

std::string ImplementationsJson(const ConformanceMatrix& matrix) {
  std::vector<size_t> indices;
  for (size_t i = 0; i < matrix.implementations.size(); ++i) indices.push_back(i);
  return JsonList(indices, [&](size_t i) { return ImplementationJson(matrix, i); });
}

const char* BadgeColour(const Share& share) {
  if (!share.IsBelow(100)) return "brightgreen";
  if (!share.IsBelow(90)) return "green";
  if (!share.IsBelow(75)) return "yellowgreen";
  if (!share.IsBelow(50)) return "yellow";
  return "orange";
}

}  // namespace

void PrintMatrixJson(const ConformanceMatrix& matrix, std::ostream& out) {
  auto text = [](const std::string& path) { return JsonText(path); };
  out << JsonObject({{"streplay_matrix", "1"},
                     {"profile", JsonText(matrix.profile)},
                     {"paths", JsonList(matrix.paths, text)},
                     {"scenarios", std::to_string(matrix.scenario_count)},
                     {"implementations", ImplementationsJson(matrix)},
                     {"rules", JsonList(matrix.rows, RowJson)}})
      << "\n";
}

void PrintMatrixBadge(const ConformanceMatrix& matrix, std::ostream& out) {
  std::string message;
  Share lowest;  // of nothing all is kept
  for (size_t i = 0; i < matrix.implementations.size(); ++i) {
    Share share = KeptRules(matrix, i);
    message += (message.empty() ? "" : ", ") + ColumnName(matrix, i) + " " +
               (share.total == 0 ? "–" : PerCent(share));
    if (share.total == 0) continue;
    bool is_lower = lowest.total == 0 || share.part * lowest.total < lowest.part * share.total;
    if (is_lower) lowest = share;
  }
  out << JsonObject({{"schemaVersion", "1"},
                     {"label", JsonText("documented rules kept")},
                     {"message", JsonText(message)},
                     {"color", JsonText(lowest.total == 0 ? "lightgrey" : BadgeColour(lowest))}})
      << "\n";
}

}  // namespace streplay
