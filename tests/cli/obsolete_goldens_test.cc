#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario =
    "title: A title\n"
    "profiles: [documented]\n"
    "script: \"print(1)\"\n"
    "steps: [run]\n";
constexpr const char* kOld = "golden/documented/old.jsonl";

// One scenario with its golden, and the golden of one that is gone.
CommandWorld World() {
  CommandWorld world;
  world.files.AddFile("scenarios/a.yaml", kScenario);
  world.files.AddFile("scenarios/old.yaml", kScenario);
  world.files.AddFile("scenarios/sub/b.yaml", kScenario);
  world.Run({"scenarios", "-u"});
  std::string error;
  REQUIRE(world.files.Remove("scenarios/old.yaml", error));
  return world;
}

bool HasOld(const CommandWorld& world) {
  return world.files.Text(kOld) != "(missing)";
}

TEST_CASE("a golden that no scenario has fails a run over the whole corpus") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out ==
        "✗ golden/documented/old.jsonl obsolete  no scenario has it\n"
        "2 passed, 1 obsolete golden  (2 scenarios, 2 runs, 12 records)\n"
        "Remove obsolete goldens with: streplay check --obsolete=delete\n");
  CHECK(world.Run({"."}) == 1);
  CHECK(world.Run({"./scenarios//", "scenarios/a.yaml"}) == 1);
  CHECK(HasOld(world));
}

TEST_CASE("with a warning it is only told") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--obsolete=warn"}) == 0);
  CHECK(world.out ==
        "? golden/documented/old.jsonl obsolete  no scenario has it\n"
        "2 passed, 1 obsolete golden  (2 scenarios, 2 runs, 12 records)\n");
  CHECK(HasOld(world));
}

TEST_CASE("it is removed when asked, in CI too") {
  CommandWorld world = World();
  world.variables["CI"] = "true";
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 0);
  CHECK(world.out ==
        "✓ golden/documented/old.jsonl obsolete  removed: no scenario has it\n"
        "2 passed, 1 obsolete golden  (2 scenarios, 2 runs, 12 records)\n");
  CHECK(!HasOld(world));
  CHECK(world.Run({"scenarios"}) == 0);
}

TEST_CASE("a part of the corpus says nothing about goldens without a scenario") {
  CommandWorld world = World();
  for (std::vector<std::string> arguments : {std::vector<std::string>{"scenarios/a.yaml"},
                                             {"scenarios/sub"},
                                             {"scenarios/a.yaml", "scenarios/sub"},
                                             {"scenarios", "--profile", "documented"}}) {
    arguments.push_back("--obsolete=delete");
    CHECK(world.Run(arguments) == 0);
    CHECK(world.out.find("obsolete") == std::string::npos);
    CHECK(HasOld(world));
  }
}

TEST_CASE("nothing is removed after a run that is not all good") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/c.yaml", kScenario);  // without a golden
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 1);
  CHECK(world.out.find("✗ golden/documented/old.jsonl obsolete  no scenario has it\n") !=
        std::string::npos);
  CHECK(world.out.ends_with("Obsolete goldens stay until all else is good.\n"));
  CHECK(HasOld(world));
  world.files.AddFile("scenarios/c.yaml", "title: broken\n");
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 2);
  CHECK(HasOld(world));
}

TEST_CASE("the golden of a profile that the scenario lost is obsolete") {
  CommandWorld world = World();
  world.files.AddFile("golden/streamlit-1.18/a.jsonl", "{}");
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 0);
  CHECK(world.files.Text("golden/streamlit-1.18/a.jsonl") == "(missing)");
}

TEST_CASE("the golden of an invalid scenario, of a hidden one or one beside the corpus stays") {
  CommandWorld world = World();
  for (const char* name : {"broken", "linked/x", "beside", "short"}) {
    world.files.AddFile("golden/documented/" + std::string(name) + ".jsonl", "{}");
  }
  std::string error;
  REQUIRE(world.files.Remove(kOld, error));
  world.files.AddFile("scenarios/broken.yaml", "title: broken\n");
  world.files.AddFile("scenarios/linked/x.yaml", kScenario);
  world.files.AddLink("scenarios/linked");
  world.files.AddFile("beside.yaml", kScenario);
  world.files.AddFile("scenarios/short.yml", "title: broken\n");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.out.find("obsolete") == std::string::npos);
}

TEST_CASE("a pending golden without a scenario is obsolete, other files are not") {
  CommandWorld world = World();
  world.files.AddFile("golden/documented/gone.jsonl.pending", "{}");
  world.files.AddFile("golden/documented/readme.md", "");
  world.files.AddFile("golden/notes.jsonl", "");
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 0);
  CHECK(world.files.Text("golden/documented/gone.jsonl.pending") == "(missing)");
  CHECK(world.files.Text("golden/documented/readme.md").empty());
  CHECK(world.files.Text("golden/notes.jsonl").empty());
}

TEST_CASE("goldens elsewhere are those of this run alone") {
  CommandWorld world = World();
  world.files.AddFile("elsewhere/documented/old.jsonl", "{}");
  CHECK(world.Run({"scenarios", "--golden", "elsewhere", "-u", "--obsolete=delete"}) == 0);
  CHECK(world.files.Text("elsewhere/documented/old.jsonl") == "(missing)");
  CHECK(HasOld(world));
}

TEST_CASE("what cannot be removed is an error") {
  CommandWorld world = World();
  world.files.FailAt(world.files.changes() + 1);
  CHECK(world.Run({"scenarios", "--obsolete=delete"}) == 2);
  CHECK(world.out.find("golden/documented/old.jsonl cannot be removed: Permission denied\n") !=
        std::string::npos);
  CHECK(HasOld(world));
}

TEST_CASE("a corpus without a folder called scenarios is a corpus, too") {
  CommandWorld world;
  world.files.AddFile("cases/a.yaml", kScenario);
  CHECK(world.Run({"cases", "-u"}) == 0);
  world.files.AddFile("cases/golden/documented/old.jsonl", "{}");
  CHECK(world.Run({"cases/a.yaml"}) == 0);
  CHECK(world.Run({"cases"}) == 1);
  CHECK(world.out.find("cases/golden/documented/old.jsonl obsolete") != std::string::npos);
}

}  // namespace
}  // namespace streplay
