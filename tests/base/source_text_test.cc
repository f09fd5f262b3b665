#include "base/source_text.h"

#include "support/catch.h"

namespace streplay {
namespace {

MappedText Block(const SourceTextPtr& source, std::string text, int line, int column) {
  MappedText mapped{std::move(text), {}};
  for (char c : mapped.text) {
    if (c == '\n') mapped.origins.push_back({source, {line++, column}});
  }
  return mapped;
}

TEST_CASE("positions count code points from one") {
  SourceText source("a", "ab\né1\n");
  CHECK(source.PositionAt(0) == Position{1, 1});
  CHECK(source.PositionAt(3) == Position{2, 1});
  CHECK(source.PositionAt(5) == Position{2, 2});
  CHECK(source.PositionAt(99) == Position{3, 1});
  CHECK(source.Line(2) == "é1");
  CHECK(source.Line(9).empty());
}

TEST_CASE("a script's ranges are those of the file that holds it") {
  auto yaml = std::make_shared<SourceText>("a.yaml", "");
  MappedText whole = Concatenate(Block(yaml, "x = 1\n", 3, 5), Block(yaml, "y\nzé = 2\n", 10, 3));
  CHECK(whole.text == "x = 1\ny\nzé = 2\n");
  CHECK(whole.RangeAt(4, 5).begin == Position{3, 9});
  SourceRange range = whole.RangeAt(12, 13);
  CHECK(range.begin == Position{11, 6});
  CHECK(range.end == Position{11, 7});
  CHECK(whole.RangeAt(99, 99).begin == Position{12, 3});
}

}  // namespace
}  // namespace streplay
