#include "registry/command.h"
#include "registry/page.h"
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario = "title: TITLE\nCOVERSscript: \"print(1)\"\nsteps: [run]\n";

std::string ScenarioText(const std::string& title, const std::string& covers) {
  std::string text = kScenario;
  text.replace(text.find("TITLE"), 5, title);
  text.replace(text.find("COVERS"), 6, covers.empty() ? "" : "covers: [" + covers + "]\n");
  return text;
}

// A corpus with two rules, and one for each command of the page; `a` and `b` cover everything.
struct Corpus {
  Corpus() {
    rules =
        "- {id: clear.all, level: must, source: Clearing, text: Clearing drops all.}\n"
        "- {id: validate.periodic, level: may, source: Best Practices, text: Now and then.}\n";
    AddCommandRules(PageStaticCommands(), "replay.command.");
    AddCommandRules(PageWidgetCommands(), "widgets.command.");
  }

  void AddCommandRules(std::span<const PageEntry> entries, const std::string& family) {
    for (const PageEntry& entry : entries) {
      std::string name(entry.spelling.substr(3));
      if (name == "ballons") name = "balloons";
      rules += "- id: " + family + name + "\n";
      commands += (commands.empty() ? "" : ", ") + family + name;
    }
  }

  CommandWorld World() const {
    CommandWorld world;
    world.files.AddFile("specs/rules.yaml", rules);
    world.files.AddFile("scenarios/a.yaml", ScenarioText("Rules", "clear.all, validate.periodic"));
    world.files.AddFile("scenarios/b.yaml", ScenarioText("Commands", commands));
    return world;
  }

  // `commands` without one of them.
  std::string Without(const std::string& command) const {
    std::string left = commands;
    size_t at = left.find(command + ", ");
    return left.erase(at, command.size() + 2);
  }

  std::string rules;
  std::string commands;
};

TEST_CASE("all rules and commands covered is good") {
  CommandWorld world = Corpus().World();
  CHECK(world.Run({"coverage", "scenarios"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.out ==
        "rules          60 of 60, 100 %  (must 59 of 59, may 1 of 1)\n"
        "page commands  58 of 58, 100 %  (static 42 of 42, widgets 16 of 16)\n"
        "scenarios      2  (0 without a rule)\n");
}

TEST_CASE("what is missing comes first, the totals last") {
  Corpus corpus;
  CommandWorld world = corpus.World();
  world.files.AddFile("scenarios/a.yaml", ScenarioText("Rules", "clear.all"));
  world.files.AddFile("scenarios/b.yaml",
                      ScenarioText("Commands", corpus.Without("replay.command.balloons")));
  world.files.AddFile("scenarios/c.yaml", ScenarioText("Nothing", ""));
  CHECK(world.Run({"coverage", "scenarios"}) == 1);
  CHECK(world.out ==
        "rules without a scenario\n"
        "  validate.periodic  may · Best Practices\n"
        "    Now and then.\n"
        "  replay.command.balloons  must\n"
        "\n"
        "page commands without a scenario of their own\n"
        "  st.ballons  none covers replay.command.balloons\n"
        "\n"
        "scenarios without a rule\n"
        "  scenarios/c.yaml  Nothing\n"
        "\n"
        "rules          58 of 60, 96.6 %, below the 100 % asked for  (must 58 of 59, may 0 of 1)\n"
        "page commands  57 of 58, 98.2 %, below the 100 % asked for  (static 41 of 42, widgets 16 "
        "of 16)\n"
        "scenarios      3  (1 without a rule)\n");
}

TEST_CASE("removing the only scenario of a rule falls below") {
  Corpus corpus;
  for (const char* covers : {"clear.all", "validate.periodic"}) {
    CommandWorld world = corpus.World();
    world.files.AddFile("scenarios/a.yaml", ScenarioText("Rules", covers));
    CHECK(world.Run({"coverage", "scenarios"}) == 1);
    CHECK(world.Run({"coverage", "scenarios", "--fail-under", "99"}) == 1);
    CHECK(world.Run({"coverage", "scenarios", "--fail-under", "98"}) == 0);
  }
  CommandWorld world = corpus.World();
  CHECK(world.Run({"coverage", "scenarios/a.yaml"}) == 1);
  CHECK(world.Run({"coverage", "scenarios/a.yaml", "--fail-under=0"}) == 0);
}

TEST_CASE("rules and commands are held to the limit each") {
  Corpus corpus;
  CommandWorld world = corpus.World();
  // Every rule there is has a scenario, but one command of the page has no rule.
  size_t at = corpus.rules.find("- id: replay.command.snow\n");
  world.files.AddFile("specs/rules.yaml", corpus.rules.substr(0, at) +
                                              corpus.rules.substr(corpus.rules.find('\n', at) + 1));
  world.files.AddFile("scenarios/b.yaml",
                      ScenarioText("Commands", corpus.Without("replay.command.snow")));
  CHECK(world.Run({"coverage", "scenarios"}) == 1);
  CHECK(world.out ==
        "page commands without a scenario of their own\n"
        "  st.snow  none covers replay.command.snow\n"
        "\n"
        "rules          59 of 59, 100 %  (must 58 of 58, may 1 of 1)\n"
        "page commands  57 of 58, 98.2 %, below the 100 % asked for  (static 41 of 42, widgets 16 "
        "of 16)\n"
        "scenarios      2  (0 without a rule)\n");
}

TEST_CASE("-v lists every rule and command with its scenarios") {
  CommandWorld world = Corpus().World();
  world.files.AddFile("scenarios/more/c.yaml", ScenarioText("More", "clear.all"));
  CHECK(world.Run({"coverage", "scenarios", "-v"}) == 0);
  std::string line = "  clear.all" + std::string(44 - 9, ' ') + "    2  a, more/c\n";
  INFO(world.out.substr(0, 300));
  CHECK(world.out.starts_with("rules\n" + line));
  CHECK(world.out.find("\n\npage commands\n  st.alert ") != std::string::npos);
  CHECK(world.out.find("    1  b\n") != std::string::npos);
}

TEST_CASE("an unknown id makes its scenario invalid; the others are reported") {
  Corpus corpus;
  CommandWorld world = corpus.World();
  world.files.AddFile("scenarios/c.yaml", ScenarioText("Typed wrongly", "clear.al"));
  CHECK(world.Run({"coverage", "scenarios"}) == 2);
  CHECK(world.err.find("scenarios/c.yaml:2:10: error: ") == 0);
  CHECK(world.err.find("did you mean `clear.all`?") != std::string::npos);
  CHECK(world.out.find("scenarios      2  (0 without a rule)\n") != std::string::npos);
}

TEST_CASE("coverage needs the rules of one corpus") {
  CommandWorld world;
  CHECK(world.Run({"coverage", "scenarios"}) == 2);
  CHECK(world.err == "scenarios: error: does not exist\n");
  world.files.AddFile("scenarios/a.yaml", ScenarioText("A", ""));
  CHECK(world.Run({"coverage", "scenarios"}) == 2);
  CHECK(world.err == "specs/rules.yaml: error: the file does not exist\n");
  world.files.AddFile("specs/rules.yaml", "[]\n");
  CHECK(world.Run({"coverage", "scenarios"}) == 2);
  CHECK(world.err == "specs/rules.yaml: error: there is no rule in it\n");
  world.files.AddFile("other/scenarios/b.yaml", ScenarioText("B", ""));
  CHECK(world.Run({"coverage", "scenarios", "other/scenarios"}) == 2);
  CHECK(world.err ==
        "scenarios/a.yaml: error: its rules are those of specs/rules.yaml, and those of "
        "other/scenarios/b.yaml are in other/specs/rules.yaml\n");
  world.files.AddFile("empty/c.txt", "");
  CHECK(world.Run({"coverage", "empty"}) == 4);
}

}  // namespace
}  // namespace streplay
