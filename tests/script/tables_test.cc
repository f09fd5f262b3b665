// Every case of the two tables: the parser's first diagnostic, whole.
#include "script/script_cases.h"

namespace streplay::script {
namespace {

void CheckTable(const std::string& path) {
  std::vector<ScriptCase> cases = ReadScriptCases(path);
  REQUIRE(cases.size() > 100);
  for (const ScriptCase& one : cases) {
    ParsedScript parsed = ParseScript(one.source);
    INFO(path << ": " << one.name << "\n" << one.source);
    CHECK(parsed.program == nullptr);
    CHECK((parsed.diagnostics.empty() ? "" : ShortText(parsed.diagnostics[0])) == one.expected);
  }
}

TEST_CASE("what the language does not have is refused by name") {
  CheckTable("refusals.txt");
}

TEST_CASE("what CPython rejects is reported where it stands") {
  CheckTable("syntax_errors.txt");
}

}  // namespace
}  // namespace streplay::script
