// Cases of trees/*.txt: a script and its tree.
#ifndef STREPLAY_TESTS_SCRIPT_TREE_CASE_H_
#define STREPLAY_TESTS_SCRIPT_TREE_CASE_H_

#include <string>

#include "script/ast_dump.h"
#include "script/script_cases.h"

namespace streplay::script {

inline void CheckTrees(const std::string& path, ShowMagic show_magic) {
  std::vector<ScriptCase> cases = ReadScriptCases(path);
  REQUIRE(cases.size() >= 10);
  for (const ScriptCase& one : cases) {
    ParsedScript parsed = ParseScript(one.source);
    INFO(path << ": " << one.name << "\n" << one.source << ShortTexts(parsed.diagnostics));
    REQUIRE(parsed.program != nullptr);
    AstDump dump(*parsed.symbols, show_magic);
    CHECK(dump.Text(parsed.program->statements()) == one.expected);
  }
}

}  // namespace streplay::script

#endif  // STREPLAY_TESTS_SCRIPT_TREE_CASE_H_
