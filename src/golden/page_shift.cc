#include "golden/page_shift.h"

#include <algorithm>

namespace streplay {
namespace {

using Positions = std::map<DeltaPath, std::vector<int32_t>>;

// Paths of a stream, to be looked up once all are there. Pointers in a sorted vector: a set of
// paths took twice the time.
class PathSet {
 public:
  void Add(const DeltaPath& path) { paths_.push_back(&path); }
  void Sort() { std::sort(paths_.begin(), paths_.end(), IsBefore); }
  bool Contains(const DeltaPath& path) const {
    return std::binary_search(paths_.begin(), paths_.end(), &path, IsBefore);
  }

 private:
  static bool IsBefore(const DeltaPath* a, const DeltaPath* b) { return *a < *b; }

  std::vector<const DeltaPath*> paths_;
};

DeltaPath Container(const DeltaPath& path) {
  return {path.begin(), path.end() - 1};
}

// The positions of `deltas`, but for those at the `paired` paths: drawing over an element that both
// runs have moves nothing.
Positions PositionsOf(const std::vector<const DeltaRecord*>& deltas, const PathSet& paired) {
  Positions positions;
  for (const DeltaRecord* delta : deltas) {
    if (paired.Contains(delta->path)) continue;
    positions[Container(delta->path)].push_back(delta->path.back());
  }
  for (auto& [container, in_container] : positions) {
    std::sort(in_container.begin(), in_container.end());
    in_container.erase(std::unique(in_container.begin(), in_container.end()), in_container.end());
  }
  return positions;
}

int64_t CountBefore(const Positions& positions, const DeltaPath& container, int32_t position) {
  auto found = positions.find(container);
  if (found == positions.end()) return 0;
  const std::vector<int32_t>& in_container = found->second;
  return std::lower_bound(in_container.begin(), in_container.end(), position) -
         in_container.begin();
}

}  // namespace

PageShift::PageShift(const std::vector<DeltaPair>& pairs,
                     const std::vector<const DeltaRecord*>& expected_only,
                     const std::vector<const DeltaRecord*>& got_only) {
  PathSet paired_expected, paired_got;
  for (const DeltaPair& pair : pairs) {
    paired_expected.Add(pair.expected->path);
    paired_got.Add(pair.got->path);
    if (pair.expected->kind != DeltaRecord::Kind::kBlock) continue;
    containers_.emplace(pair.expected->path, pair.got->path);
  }
  paired_expected.Sort();
  paired_got.Sort();
  removed_ = PositionsOf(expected_only, paired_expected);
  inserted_ = PositionsOf(got_only, paired_got);
}

PageOffset PageShift::OffsetOf(const DeltaPath& expected, const DeltaPath& got) const {
  DeltaPath expected_container = Container(expected);
  DeltaPath got_container = Container(got);
  if (MapContainer(expected_container) != got_container) return {true, 0};
  int64_t kept_before_expected =
      expected.back() - CountBefore(removed_, expected_container, expected.back());
  int64_t kept_before_got = got.back() - CountBefore(inserted_, got_container, got.back());
  return {false, kept_before_got - kept_before_expected};
}

// A container that no record of this run made (a root, or one of an earlier run) keeps its place in
// the container around it.
DeltaPath PageShift::MapContainer(const DeltaPath& expected) const {
  auto found = containers_.find(expected);
  if (found != containers_.end()) return found->second;
  if (expected.size() <= 1) return expected;
  DeltaPath mapped = MapContainer(Container(expected));
  mapped.push_back(expected.back());
  return mapped;
}

}  // namespace streplay
