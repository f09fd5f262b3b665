// The rules of a corpus, and which scenarios cover them.
#include "scenario/rules.h"

#include "scenario/coverage.h"
#include "scenario/loading.h"
#include "support/catch.h"

using namespace streplay;

namespace {

TEST_CASE("rule ids are read and sorted") {
  MemoryFiles files;
  files.files["r.yaml"] = "- id: b.c\n  level: must\n- {id: a.b}\n";
  files.files["m.yaml"] = "rules:\n  - id: x.y\n";
  files.files["bad.yaml"] = "- level: must\n- id: 5\n";
  Diagnostics diagnostics;
  CHECK(LoadRuleIds("r.yaml", files, diagnostics) == std::vector<std::string>{"a.b", "b.c"});
  CHECK(LoadRuleIds("m.yaml", files, diagnostics) == std::vector<std::string>{"x.y"});
  CHECK(diagnostics.empty());
  CHECK_FALSE(LoadRuleIds("bad.yaml", files, diagnostics).has_value());
  CHECK(diagnostics.size() == 2);
  CHECK_FALSE(LoadRuleIds("none.yaml", files, diagnostics).has_value());
}

TEST_CASE("a rule has a level, a source and a text") {
  MemoryFiles files;
  files.files["r.yaml"] =
      "rules:\n"
      "  - id: b.c\n"
      "    level: may\n"
      "    source: \"Best Practices\"\n"
      "    text: >\n"
      "      One line\n"
      "      and another.\n"
      "  - id: a.b\n";
  Diagnostics diagnostics;
  auto rules = LoadRules("r.yaml", files, diagnostics);
  CHECK(diagnostics.empty());
  REQUIRE(rules);
  REQUIRE(rules->size() == 2);
  CHECK(rules->front().id == "b.c");
  CHECK(rules->front().level == Rule::Level::kMay);
  CHECK(rules->front().source == "Best Practices");
  CHECK(rules->front().text == "One line and another.");
  CHECK(rules->back().id == "a.b");
  CHECK(rules->back().level == Rule::Level::kMust);
  CHECK(rules->back().source.empty());
  CHECK(rules->back().text.empty());
}

TEST_CASE("what a rule may not be is said where it stands") {
  MemoryFiles files;
  files.files["r.yaml"] =
      "- {id: a, level: should}\n"
      "- {id: a}\n"
      "- {id: b, text: [1]}\n";
  Diagnostics diagnostics;
  CHECK_FALSE(LoadRules("r.yaml", files, diagnostics).has_value());
  REQUIRE(diagnostics.size() == 3);
  CHECK(diagnostics[0].message == "`level` must be `must` or `may`");
  CHECK(diagnostics[0].range.begin == Position{1, 18});
  CHECK(diagnostics[1].message == "there is a rule `a` above");
  CHECK(diagnostics[1].range.begin == Position{2, 8});
  CHECK(diagnostics[2].range.begin == Position{3, 17});
}

TEST_CASE("every rule has the scenarios that cover it") {
  std::vector<Rule> rules(3);
  rules[0].id = "b";
  rules[1].id = "a";
  rules[2].id = "c";
  std::vector<Scenario> scenarios(4);
  scenarios[0].covers = {"a", "b"};
  scenarios[2].covers = {"a"};
  scenarios[3].covers = {"b"};
  Coverage coverage = CoverRules(rules, scenarios);
  CHECK(coverage.by_rule == std::vector<std::vector<size_t>>{{0, 3}, {0, 2}, {}});
  CHECK(coverage.without_rule == std::vector<size_t>{1});
}

}  // namespace
