#include "cli/name_expression.h"

#include "base/diagnostic_formatter.h"
#include "support/catch.h"

namespace streplay {
namespace {

using Names = std::vector<std::string>;

NameExpression Parse(const std::string& text) {
  Diagnostics diagnostics;
  auto expression = NameExpression::Parse("-k", text, diagnostics);
  INFO(FormatDiagnostics(diagnostics));
  REQUIRE(expression);
  return *expression;
}

std::string Errors(const std::string& text) {
  Diagnostics diagnostics;
  CHECK(!NameExpression::Parse("-k", text, diagnostics));
  return FormatDiagnostics(diagnostics);
}

TEST_CASE("which names an expression matches") {
  const Names names = {"forms/nested-submit", "A form inside a cached function", "slow"};
  struct Case {
    const char* expression;
    bool matches;
  };
  for (const Case& row : std::vector<Case>{
           {"form", true},
           {"FORM", true},
           {"inside", true},
           {"slow", true},
           {"slower", false},
           {"nested-submit", true},
           {"forms/", true},
           {"not form", false},
           {"not not form", true},
           {"not not not form", false},
           {"form and slow", true},
           {"form and fast", false},
           {"fast or slow", true},
           {"fast or faster", false},
           {"fast and x or slow", true},
           {"slow or fast and x", true},
           {"(slow or fast) and x", false},
           {"not fast and slow", true},
           {"not (fast and slow)", true},
           {"not (form and slow)", false},
           {"((form))and(slow)", true},
           {"\"cached function\"", true},
           {"'cached function'", true},
           {"\"function cached\"", false},
           {"\"and\"", false},
           {"'not'", false},
           {"android or slow", true},
           {"slow\tand\nform", true},
       }) {
    INFO(row.expression);
    CHECK(Parse(row.expression).Matches(names) == row.matches);
  }
}

TEST_CASE("a word is in one name, not across two") {
  CHECK(Parse("'a b'").Matches({"a b"}));
  CHECK_FALSE(Parse("'a b'").Matches({"a", "b"}));
  CHECK(Parse("a and b").Matches({"a", "b"}));
  CHECK_FALSE(Parse("a").Matches({}));
  CHECK(Parse("not a").Matches({}));
}

TEST_CASE("quotes inside a word are letters") {
  CHECK(Parse("don't").Matches({"what we don't do"}));
  CHECK(Parse("5\"").Matches({"a 5\" pipe"}));
}

TEST_CASE("other scripts keep their case, and match as they are") {
  CHECK(Parse("größe").Matches({"Die GRößE"}));
  CHECK_FALSE(Parse("größe").Matches({"GRÖSSE"}));
}

TEST_CASE("a wrong expression is told with its place") {
  CHECK(Errors("") ==
        "-k:1:1: error: the expression is empty\n"
        "  1 | \n"
        "    | ^\n"
        "    = such as: cache and not form\n");
  CHECK(Errors("a and") ==
        "-k:1:6: error: a word is missing at the end\n"
        "  1 | a and\n"
        "    |      ^\n");
  CHECK(Errors("or a") ==
        "-k:1:1: error: a word is missing before `or`\n"
        "  1 | or a\n"
        "    | ^~\n");
  CHECK(Errors("a and or b") ==
        "-k:1:7: error: a word is missing before `or`\n"
        "  1 | a and or b\n"
        "    |       ^~\n");
  CHECK(Errors("not") ==
        "-k:1:4: error: a word is missing at the end\n"
        "  1 | not\n"
        "    |    ^\n");
  CHECK(Errors("a not b") ==
        "-k:1:3: error: an operator is missing before `not`\n"
        "  1 | a not b\n"
        "    |   ^~~\n"
        "    = join words with `and` or `or`, or quote those that belong together: "
        "\"two words\"\n");
  CHECK(Errors("two words") ==
        "-k:1:5: error: an operator is missing before `words`\n"
        "  1 | two words\n"
        "    |     ^~~~~\n"
        "    = join words with `and` or `or`, or quote those that belong together: "
        "\"two words\"\n");
  CHECK(Errors("a AND b") ==
        "-k:1:3: error: an operator is missing before `AND`\n"
        "  1 | a AND b\n"
        "    |   ^~~\n"
        "    = operators are written in lower case: and, or, not\n");
  CHECK(Errors("NOT a") ==
        "-k:1:5: error: an operator is missing before `a`\n"
        "  1 | NOT a\n"
        "    |     ^\n"
        "    = operators are written in lower case: and, or, not\n");
  CHECK(Errors("größe )") ==
        "-k:1:7: error: nothing opens this `)`\n"
        "  1 | größe )\n"
        "    |       ^\n");
  CHECK(Errors("a and (b or (c)") ==
        "-k:1:7: error: nothing closes this `(`\n"
        "  1 | a and (b or (c)\n"
        "    |       ^\n");
  CHECK(Errors("()") ==
        "-k:1:2: error: a word is missing before `)`\n"
        "  1 | ()\n"
        "    |  ^\n");
  CHECK(Errors("(a b)") ==
        "-k:1:4: error: an operator is missing before `b`\n"
        "  1 | (a b)\n"
        "    |    ^\n"
        "    = join words with `and` or `or`, or quote those that belong together: "
        "\"two words\"\n");
  CHECK(Errors("a or \"b c") ==
        "-k:1:6: error: nothing closes this quote\n"
        "  1 | a or \"b c\n"
        "    |      ^~~~\n");
  CHECK(Errors("a or ''") ==
        "-k:1:6: error: there is nothing between these quotes\n"
        "  1 | a or ''\n"
        "    |      ^~\n");
}

TEST_CASE("however long and deep an expression is, it ends") {
  std::string deep = std::string(100, '(') + "a" + std::string(100, ')');
  CHECK(Parse(deep).Matches({"a"}));
  std::string deeper = std::string(50000, '(') + "a";
  CHECK(Errors(deeper).find("the expression is nested too deep") != std::string::npos);
  std::string chain = "a", nots;
  for (int i = 0; i < 50000; ++i) chain += " or b";
  for (int i = 0; i < 50000; ++i) nots += "not ";
  CHECK(Parse(chain).Matches({"a"}));
  CHECK(Parse(nots + "a").Matches({"a"}));
}

}  // namespace
}  // namespace streplay
