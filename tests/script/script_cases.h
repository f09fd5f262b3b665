// Scripts as the parser's tests need them: the cases of refusals.txt and syntax_errors.txt, parsing
// a script that is a file of its own, and its diagnostics as short lines.
#ifndef STREPLAY_TESTS_SCRIPT_SCRIPT_CASES_H_
#define STREPLAY_TESTS_SCRIPT_SCRIPT_CASES_H_

#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "script/parser.h"
#include "support/catch.h"

namespace streplay::script {

struct ScriptCase {
  std::string name;
  std::string source;
  std::string expected;  // the lines after `---`, without the last line break
};

// The format is described in those files: `=== name`, the source, `---`, perhaps a line with a
// backslash (then the source's last line break goes), what is expected, an empty line.
inline std::vector<ScriptCase> ReadScriptCases(const std::string& path) {
  std::ifstream file(std::string(STREPLAY_SOURCE_DIR) + "/tests/script/" + path);
  REQUIRE(file.good());
  std::vector<ScriptCase> cases;
  bool is_in_source = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), "", ""});
      is_in_source = true;
    } else if (cases.empty()) {
      continue;
    } else if (is_in_source && line == "---") {
      is_in_source = false;
    } else if (is_in_source) {
      cases.back().source += line + "\n";
    } else if (line == "\\") {
      cases.back().source.pop_back();
    } else if (!line.empty()) {
      cases.back().expected += (cases.back().expected.empty() ? "" : "\n") + line;
    }
  }
  return cases;
}

inline MappedText ScriptText(std::string_view text) {
  auto source = std::make_shared<SourceText>("app.py", std::string(text));
  MappedText mapped{std::string(text), {}};
  int lines = source->line_count() - (text.ends_with('\n') ? 1 : 0);
  for (int line = 1; line <= lines; ++line) mapped.origins.push_back({source, {line, 1}});
  return mapped;
}

// A parsed script together with the table that its symbols belong to.
struct ParsedScript {
  std::unique_ptr<SymbolTable> symbols = std::make_unique<SymbolTable>();
  Diagnostics diagnostics;
  std::unique_ptr<Program> program;
};

inline ParsedScript ParseScript(std::string_view text, const ParseLimits& limits = {}) {
  ParsedScript parsed;
  parsed.program = ParseProgram(ScriptText(text), *parsed.symbols, limits, parsed.diagnostics);
  return parsed;
}

// "line:column: message" of each, one a line; the same of the first one alone.
inline std::string ShortText(const Diagnostic& diagnostic) {
  const Position& begin = diagnostic.range.begin;
  return std::to_string(begin.line) + ":" + std::to_string(begin.column) + ": " +
         diagnostic.message;
}

inline std::string ShortTexts(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += ShortText(diagnostic) + "\n";
  return text;
}

}  // namespace streplay::script

#endif  // STREPLAY_TESTS_SCRIPT_SCRIPT_CASES_H_
