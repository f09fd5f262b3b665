#include "golden/golden_comparison.h"

#include "base/diagnostic_formatter.h"
#include "stream/stream_writer.h"
#include "support/catch.h"
#include "support/streams.h"

namespace streplay {
namespace {

using Status = GoldenFile::Status;

ElementStream Stream() {
  return StreamBuilder().Run().Markdown({0, 0}, "a").End().stream();
}

GoldenComparison Compare(const GoldenFile& golden) {
  return CompareWithGolden(golden, "golden/a.jsonl", Stream(), WriteStream(Stream()));
}

TEST_CASE("a golden is missing, the same or different") {
  CHECK(Compare({}).state == GoldenState::kMissing);
  CHECK(Compare({Status::kRead, WriteStream(Stream()), ""}).state == GoldenState::kSame);
  ElementStream other = StreamBuilder().Run().Markdown({0, 0}, "b").End().stream();
  GoldenComparison comparison = Compare({Status::kRead, WriteStream(other), ""});
  CHECK(comparison.state == GoldenState::kDifferent);
  REQUIRE(comparison.differences.size() == 1);
  CHECK(comparison.differences[0].expected == "\"b\"");
}

TEST_CASE("a golden in another form is different, though it says the same") {
  std::string text = WriteStream(Stream());
  text.replace(text.find("\"body\":\"a\""), 10, "\"body\": \"a\"");
  GoldenComparison comparison = Compare({Status::kRead, text, ""});
  CHECK(comparison.state == GoldenState::kDifferent);
  REQUIRE(comparison.differences.size() == 1);
  const Difference& difference = comparison.differences[0];
  CHECK(difference.kind == Difference::Kind::kForm);
  CHECK(difference.expected_record == 1);
  CHECK(*difference.expected ==
        R"({"op":"element","path":[0,0],"type":"markdown","fields":{"body": "a"}})");
  CHECK(Compare({Status::kRead, WriteStream(Stream()) + " ", ""}).state != GoldenState::kSame);
}

TEST_CASE("a golden that cannot be used says why") {
  GoldenComparison refused = Compare({Status::kRefused, "", "the golden is a link"});
  CHECK(refused.state == GoldenState::kUnreadable);
  CHECK(FormatDiagnostics(refused.diagnostics) == "golden/a.jsonl: error: the golden is a link\n");
  GoldenComparison broken = Compare({Status::kRead, "{", ""});
  CHECK(broken.state == GoldenState::kUnreadable);
  CHECK(broken.diagnostics.size() == 1);
}

}  // namespace
}  // namespace streplay
