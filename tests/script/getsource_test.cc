#include <algorithm>
#include <set>
#include <sstream>

#include "script/tree_case.h"

namespace streplay::script {
namespace {

// "line name: " and the source, for every function of the program; equal ones once.
std::set<std::string> Sources(const ParsedScript& parsed) {
  AstDump dump(*parsed.symbols);
  dump.Text(parsed.program->statements());
  std::set<std::string> sources;
  for (const Function* function : dump.functions()) {
    sources.insert(std::to_string(function->first_line) + " " +
                   std::string(parsed.symbols->Text(function->name)) + ": " +
                   parsed.program->FunctionSource(*function));
  }
  return sources;
}

// The same from the table's `line name: first-last`.
std::set<std::string> ExpectedSources(const ScriptCase& one) {
  std::vector<std::string> lines;
  std::istringstream source(one.source);
  for (std::string line; std::getline(source, line);) lines.push_back(line + "\n");
  std::set<std::string> sources;
  std::istringstream expected(one.expected);
  for (std::string line; std::getline(expected, line);) {
    size_t colon = line.rfind(": ");
    size_t first = std::stoul(line.substr(colon + 2));
    size_t last = std::stoul(line.substr(line.rfind('-') + 1));
    std::string text = line.substr(0, colon + 2);
    for (size_t i = first; i <= std::min(last, lines.size()); ++i) text += lines[i - 1];
    sources.insert(text);
  }
  return sources;
}

TEST_CASE("a function's source is what inspect.getsource returns") {
  std::vector<ScriptCase> cases = ReadScriptCases("trees/sources.txt");
  REQUIRE(cases.size() >= 20);
  for (const ScriptCase& one : cases) {
    ParsedScript parsed = ParseScript(one.source);
    INFO(one.name << "\n" << one.source << ShortTexts(parsed.diagnostics));
    REQUIRE(parsed.program != nullptr);
    CHECK(Sources(parsed) == ExpectedSources(one));
  }
}

TEST_CASE("the last line of a source gets the line break that the script lacks") {
  ParsedScript parsed = ParseScript("def f():\r\n    return 1");
  REQUIRE(parsed.program != nullptr);
  const auto& definition = As<FunctionDefinition>(*parsed.program->statements()[0]);
  CHECK(parsed.program->FunctionSource(*definition.function) == "def f():\n    return 1\n");
}

}  // namespace
}  // namespace streplay::script
