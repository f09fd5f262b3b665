#include "report/conformance_matrix.h"

#include <algorithm>
#include <utility>

namespace streplay {
namespace {

// As scenarios are taken everywhere: folder by folder, then by bytes.
bool StandsBefore(const std::string& a, const std::string& b) {
  auto rank = [](char letter) { return letter == '/' ? 0 : static_cast<unsigned char>(letter); };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return rank(x) < rank(y); });
}

class RemarkGatherer {
 public:
  void Add(size_t implementation, const std::vector<ScenarioRemark>& remarks) {
    for (const ScenarioRemark& remark : remarks) {
      std::vector<SharedRemark>& shared = PlaceOf(remark.path).remarks;
      auto same = std::find_if(shared.begin(), shared.end(), [&](const SharedRemark& other) {
        return other.text == remark.text;
      });
      if (same == shared.end()) same = shared.insert(same, {remark.text, {}});
      same->implementations.push_back(implementation);
    }
  }

  std::vector<RemarksOnScenario> Take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return StandsBefore(a.path, b.path); });
    return std::move(found_);
  }

 private:
  RemarksOnScenario& PlaceOf(const std::string& path) {
    for (RemarksOnScenario& place : found_) {
      if (place.path == path) return place;
    }
    return found_.emplace_back(RemarksOnScenario{path, {}});
  }

  std::vector<RemarksOnScenario> found_;
};

}  // namespace

MatrixVerdict MatrixCell::verdict() const {
  if (!parted.empty()) return MatrixVerdict::kParted;
  return kept > 0 ? MatrixVerdict::kKept : MatrixVerdict::kUntold;
}

Share KeptRules(const ConformanceMatrix& matrix, size_t implementation) {
  Share share;
  for (const MatrixRow& row : matrix.rows) {
    MatrixVerdict verdict = row.cells[implementation].verdict();
    if (verdict != MatrixVerdict::kUntold) share.Add(verdict == MatrixVerdict::kKept);
  }
  return share;
}

std::string ColumnName(const ConformanceMatrix& matrix, size_t implementation) {
  const MatrixImplementation& named = matrix.implementations[implementation];
  bool is_only =
      std::all_of(matrix.implementations.begin(), matrix.implementations.end(),
                  [&](const MatrixImplementation& other) { return other.name == named.name; });
  return is_only ? named.version : named.name + " " + named.version;
}

std::vector<RemarksOnScenario> PartedScenarios(const MatrixRow& row) {
  RemarkGatherer gatherer;
  for (size_t i = 0; i < row.cells.size(); ++i) gatherer.Add(i, row.cells[i].parted);
  return gatherer.Take();
}

std::vector<RemarksOnScenario> UntoldScenarios(const ConformanceMatrix& matrix) {
  RemarkGatherer gatherer;
  for (size_t i = 0; i < matrix.implementations.size(); ++i) {
    gatherer.Add(i, matrix.implementations[i].untold);
  }
  return gatherer.Take();
}

}  // namespace streplay
