#include "adapter/expectation_list.h"

#include <memory>

#include "base/diagnostic_formatter.h"
#include "support/catch.h"

namespace streplay {
namespace {

SourceTextPtr Source(const std::string& text) {
  return std::make_shared<const SourceText>("list.txt", text);
}

ExpectationList Read(const std::string& text) {
  Diagnostics diagnostics;
  auto list = ReadExpectationList(Source(text), diagnostics);
  INFO(FormatDiagnostics(diagnostics));
  REQUIRE(list.has_value());
  return *list;
}

std::string Errors(const std::string& text) {
  Diagnostics diagnostics;
  CHECK_FALSE(ReadExpectationList(Source(text), diagnostics).has_value());
  std::string lines;
  for (const Diagnostic& diagnostic : diagnostics) {
    lines += std::to_string(diagnostic.range.begin.line) + ": " + diagnostic.message + "\n";
  }
  return lines;
}

constexpr const char* kList =
    "# Known deviations.\n"
    "\n"
    "a/b  # rule.one: run 1: alert at [0,0] is new | https://example.org/1\n"
    "c  # rule.two: crash: signal\n";

TEST_CASE("an entry has an id, a rule, the beginning of a message, and perhaps an address") {
  ExpectationList list = Read(kList);
  REQUIRE(list.entries.size() == 2);
  const ExpectationEntry* first = list.Find("a/b");
  REQUIRE(first != nullptr);
  CHECK(first->rule == "rule.one");
  CHECK(first->message == "run 1: alert at [0,0] is new");
  CHECK(first->issue == "https://example.org/1");
  CHECK(first->line == 3);
  CHECK(list.Find("c")->message == "crash: signal");
  CHECK(list.Find("c")->issue.empty());
  CHECK(list.Find("b") == nullptr);
  CHECK(Read("").entries.empty());
}

TEST_CASE("each malformed line is reported") {
  CHECK(Errors("a/b\n"
               "a b  # rule: m\n"
               "a  # rule\n"
               "b  # rule one: m\n"
               "c  # rule: \n"
               "d  # rule: m | not an address\n"
               "e  # rule: m\n"
               "e  # rule: m\n"
               "\xff  # rule: m\n") ==
        "1: the entry of a/b gives no rule and no message\n"
        "2: a scenario's id has no blanks\n"
        "3: the entry gives no beginning of a message\n"
        "4: the entry names no rule\n"
        "5: the entry gives no beginning of a message\n"
        "6: what follows the bar must be an http or https address\n"
        "8: e stands on line 7 too\n"
        "9: not valid UTF-8\n");
}

TEST_CASE("what is listed must fail, and as it is listed") {
  ExpectationEntry entry{"a", "rule", "run 1: alert", "", 1};
  CaseFinding passed{CaseFinding::Kind::kPassed, ""};
  CaseFinding skipped{CaseFinding::Kind::kSkipped, ""};
  CaseFinding failed{CaseFinding::Kind::kFailed, "run 1: alert at [0,0] is new"};
  CaseFinding other{CaseFinding::Kind::kFailed, "run 2: alert at [0,0] is new"};
  CHECK(JudgeByList(passed, nullptr) == ListVerdict::kGood);
  CHECK(JudgeByList(skipped, nullptr) == ListVerdict::kGood);
  CHECK(JudgeByList(failed, nullptr) == ListVerdict::kUnlisted);
  CHECK(JudgeByList(passed, &entry) == ListVerdict::kListedPasses);
  CHECK(JudgeByList(skipped, &entry) == ListVerdict::kListedSkipped);
  CHECK(JudgeByList(failed, &entry) == ListVerdict::kExpected);
  CHECK(JudgeByList(other, &entry) == ListVerdict::kListedDiffers);
}

TEST_CASE("a list that holds is rewritten to the same bytes") {
  CHECK(FixExpectationList(Read(kList), {{"a/b", "else", "run 1: alert at [0,0] is new", "", ""},
                                         {"c", "else", "crash: signal SIGSEGV", "", ""}}) == kList);
}

TEST_CASE("entries go, change and come; comments stay") {
  CHECK(FixExpectationList(Read(std::string(kList) + "\n# the end\n"),
                           {{"a/b", "else", "run 7: new", "", "why not"},
                            {"d", "rule.two", "run 1: | x", "https://example.org/2", ""},
                            {"e", "rule.three", "m", "", ""}}) ==
        "# Known deviations.\n"
        "\n"
        "a/b  # rule.one: run 7: new | https://example.org/1\n"
        "\n"
        "# the end\n"
        "\n"
        "d  # rule.two: run 1: | https://example.org/2\n"
        "\n"
        "e  # rule.three: m\n");
}

TEST_CASE("new entries stand in order below the comment that is their reason") {
  std::vector<KnownFailure> failures = {
      {"b", "r", "m", "", "One."}, {"a", "r", "m", "", "One."}, {"c", "r", "m", "", "Two."}};
  std::string fixed = FixExpectationList(Read(""), failures);
  CHECK(fixed ==
        "# One.\n"
        "a  # r: m\n"
        "b  # r: m\n"
        "\n"
        "# Two.\n"
        "c  # r: m\n");
  CHECK(FixExpectationList(Read(fixed), failures) == fixed);
  failures.push_back({"aa", "r", "m", "", "One."});
  CHECK(FixExpectationList(Read(fixed), failures) ==
        "# One.\n"
        "a  # r: m\n"
        "aa  # r: m\n"
        "b  # r: m\n"
        "\n"
        "# Two.\n"
        "c  # r: m\n");
}

}  // namespace
}  // namespace streplay
