// Runs are aligned with runs, from equal content to equal cause to mere order; aligned ones are
// compared record by record (golden/run_diff.h).
#include "golden/stream_diff.h"

#include <string>

#include "golden/run_diff.h"
#include "stream/stream_writer.h"

namespace streplay {
namespace {

void DiffHeaders(const ElementStream& expected, const ElementStream& got,
                 std::vector<Difference>& differences) {
  auto compare = [&differences](const char* field, const std::string& expected_name,
                                const std::string& got_name) {
    if (expected_name == got_name) return;
    Difference difference;
    difference.what = "header";
    difference.field = field;
    difference.expected = JsonStringText(expected_name);
    difference.got = JsonStringText(got_name);
    differences.push_back(std::move(difference));
  };
  compare("scenario", expected.scenario, got.scenario);
  compare("profile", expected.profile, got.profile);
}

Difference LoneRun(Difference::Kind kind, const ElementStream& stream, const RunSlice& slice) {
  size_t first = slice.records.front();
  Difference difference = LoneRecord(kind, stream.records[first], first, slice.run);
  difference.following = slice.records.size() - 1;
  return difference;
}

}  // namespace

std::vector<Difference> DiffStreams(const ElementStream& expected, const ElementStream& got,
                                    const Comparison& comparison) {
  std::vector<Difference> differences;
  if (comparison.evidence) DiffHeaders(expected, got, differences);
  StreamPair streams{expected, got, comparison, RecordKeys(expected, got, comparison), {}};
  std::vector<RunSlice> expected_runs = CutIntoRuns(expected, comparison);
  std::vector<RunSlice> got_runs = CutIntoRuns(got, comparison);
  std::vector<AlignedPair> pairs = Align(streams.keys.RunLevels(expected_runs, got_runs));
  pairs.push_back({expected_runs.size(), got_runs.size()});
  size_t i = 0, j = 0;
  for (const AlignedPair& pair : pairs) {
    for (; i < pair.first; ++i) {
      differences.push_back(LoneRun(Difference::Kind::kMissing, expected, expected_runs[i]));
    }
    for (; j < pair.second; ++j) {
      differences.push_back(LoneRun(Difference::Kind::kExtra, got, got_runs[j]));
    }
    if (i == expected_runs.size()) break;
    DiffRuns(streams, expected_runs[i++], got_runs[j++], differences);
  }
  return differences;
}

}  // namespace streplay
