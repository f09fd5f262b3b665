// Mutated scripts: the parser must neither crash nor hang nor read out of bounds (the sanitizers
// watch), and says what is wrong whenever it gives no program.
#include <cstdint>

#include "script/script_cases.h"
#include "script/tree_case.h"

namespace streplay::script {
namespace {

// A small generator of its own: the same numbers everywhere.
class Random {
 public:
  explicit Random(uint32_t seed) : state_(seed) {}
  size_t Below(size_t limit) {
    state_ = state_ * 1664525 + 1013904223;
    return static_cast<size_t>(state_ >> 8) % limit;
  }

 private:
  uint32_t state_;
};

constexpr std::string_view kPieces[] = {
    "(",     ")",       "[",    "]",        "{",     "}",      "'",        "\"",        "'''",
    "\\",    "\n",      "    ", "\t",       ":",     ":=",     "=",        "*",         "**",
    ",",     ".",       "f'{",  "f\"",      "!r",    "0x",     "1_",       "é",         "\\N",
    "\\u12", "lambda ", "for ", " in ",     " if",   "def ",   "class ",   "with ",     "@",
    "#",     "\r",      "\xff", "match x:", "yield", "async ", "global x", "nonlocal x"};

std::string Mutate(std::string text, Random& random) {
  for (size_t i = random.Below(4) + 1; i > 0 && !text.empty(); --i) {
    size_t at = random.Below(text.size());
    std::string_view piece = kPieces[random.Below(std::size(kPieces))];
    switch (random.Below(5)) {
      case 0:
        text[at] = static_cast<char>(text[at] ^ (1 << random.Below(8)));
        break;
      case 1:
        text.erase(at, random.Below(8) + 1);
        break;
      case 2:
        text.insert(at, text.substr(random.Below(text.size()), random.Below(12)));
        break;
      case 3:
        text.resize(at);
        break;
      default:
        text.insert(at, piece);
    }
  }
  return text;
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const char* path : {"refusals.txt", "syntax_errors.txt", "trees/expressions.txt",
                           "trees/statements.txt", "trees/scopes.txt", "trees/sources.txt"}) {
    for (const ScriptCase& one : ReadScriptCases(path)) seeds.push_back(one.source);
  }
  return seeds;
}

TEST_CASE("no mutation of a script upsets the parser") {
  std::vector<std::string> seeds = Seeds();
  Random random(1);
  size_t programs = 0;
  for (int i = 0; i < 6000; ++i) {
    std::string text = Mutate(seeds[random.Below(seeds.size())], random);
    ParsedScript parsed = ParseScript(text);
    if ((parsed.program == nullptr) == parsed.diagnostics.empty()) FAIL(text);
    if (parsed.program == nullptr) continue;
    ++programs;
    AstDump dump(*parsed.symbols, ShowMagic::kYes);
    dump.Text(parsed.program->statements());
    for (const Function* function : dump.functions()) {
      if (parsed.program->FunctionSource(*function).empty()) FAIL(text);
    }
  }
  CHECK(programs > 600);
}

}  // namespace
}  // namespace streplay::script
