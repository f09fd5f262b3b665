#include "script/format_spec.h"

#include "script/table_file.h"

namespace streplay::script {
namespace {

constexpr size_t kLimit = 1'000'000;

PlainResult<std::string> Format(const TableRow& row) {
  std::string spec = Unescape(row[2]);
  if (row[0] == "str") return FormatText(Unescape(row[1]), spec, kLimit);
  if (row[0] == "int") return FormatInt(IntCell(row[1]), spec, kLimit);
  return FormatFloat(FloatCell(row[1]), spec, kLimit);
}

}  // namespace

TEST_CASE("format() of texts and numbers is CPython's") {
  for (const TableRow& row : ReadTable("format")) {
    INFO(row[0] << " " << row[1] << " spec '" << row[2] << "'");
    CHECK(Outcome(Format(row)) == Unescape(row[3]));
  }
}

TEST_CASE("a format that would make a huge text is refused") {
  CHECK(FormatInt(1, "1001", 1000).error().type == PlainErrorType::kLimit);
  CHECK(FormatFloat(1, ".1001f", 1000).error().type == PlainErrorType::kLimit);
  CHECK(FormatText("a", "1001", 1000).error().type == PlainErrorType::kLimit);
  CHECK(FormatText("a", "1000", 1000).value().size() == 1000);
}

}  // namespace streplay::script
