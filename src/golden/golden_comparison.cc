// Equal bytes are equal streams; only others are read and compared by structure.
#include "golden/golden_comparison.h"

#include <memory>

#include "golden/stream_diff.h"
#include "stream/stream_reader.h"

namespace streplay {
namespace {

// A golden that says the same in another form (white space, the order of keys): its first line that
// is written otherwise.
Difference FormDifference(const SourceText& golden, const std::string& stream_text) {
  SourceText canonical("", stream_text);
  int line = 1;
  while (line < golden.line_count() && golden.Line(line) == canonical.Line(line)) ++line;
  Difference difference;
  difference.kind = Difference::Kind::kForm;
  difference.what = "golden";
  difference.expected = std::string(golden.Line(line));
  difference.got = std::string(canonical.Line(line));
  if (line > 1) difference.expected_record = static_cast<size_t>(line - 2);
  return difference;
}

}  // namespace

GoldenComparison CompareWithGolden(const GoldenFile& golden, const std::string& shown_path,
                                   const ElementStream& stream, const std::string& stream_text) {
  if (golden.status == GoldenFile::Status::kMissing) return {};
  GoldenComparison comparison;
  if (golden.status == GoldenFile::Status::kRead && golden.text == stream_text) {
    comparison.state = GoldenState::kSame;
    return comparison;
  }
  auto source = std::make_shared<const SourceText>(shown_path, golden.text);
  comparison.state = GoldenState::kUnreadable;
  if (golden.status == GoldenFile::Status::kRefused) {
    AddError(comparison.diagnostics, {source, {}, {}}, golden.reason);
    return comparison;
  }
  std::optional<ElementStream> expected = ReadStream(source, comparison.diagnostics);
  if (!expected) return comparison;
  comparison.state = GoldenState::kDifferent;
  comparison.differences = DiffStreams(*expected, stream, WithGolden());
  if (comparison.differences.empty()) {
    comparison.differences.push_back(FormDifference(*source, stream_text));
  }
  return comparison;
}

// The header is line 1.
int GoldenLineOf(const Difference& difference) {
  if (difference.what == "header") return 1;
  return difference.expected_record ? static_cast<int>(*difference.expected_record) + 2 : 0;
}

}  // namespace streplay
