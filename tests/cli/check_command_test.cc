#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario =
    "title: A title\n"
    "profiles: [documented]\n"
    "script: \"print(1)\"\n"
    "steps:\n"
    "  - run\n"
    "  - run\n";
constexpr const char* kPath = "scenarios/a.yaml";
constexpr const char* kGolden = "golden/documented/a.jsonl";

CommandWorld World(const std::string& scenario = kScenario) {
  CommandWorld world;
  world.files.AddFile(kPath, scenario);
  return world;
}

// A world whose golden has been taken already.
CommandWorld SettledWorld() {
  CommandWorld world = World();
  world.Run({"scenarios", "-u"});
  return world;
}

void Replace(CommandWorld& world, const char* path, const std::string& what,
             const std::string& with) {
  std::string text = world.files.Text(path);
  size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  world.files.AddFile(path, text.replace(at, what.size(), with));
}

TEST_CASE("a missing golden is written and fails; then it passes") {
  CommandWorld world = World();
  CHECK(world.Run({"check", "scenarios"}) == 1);
  CHECK(world.out ==
        "? scenarios/a.yaml documented without golden  A title\n"
        "  wrote golden/documented/a.jsonl: look at it, then keep it\n"
        "1 without golden  (1 scenario, 2 runs, 12 records)\n");
  CHECK(world.Run({"check", "scenarios"}) == 0);
  CHECK(world.out == "1 passed  (1 scenario, 2 runs, 12 records)\n");
}

TEST_CASE("check is the default command") {
  CommandWorld world = SettledWorld();
  CHECK(world.Run({kPath}) == 0);
  CHECK(world.Run({"-v", kPath}) == 0);
  CHECK(world.out ==
        "✓ scenarios/a.yaml documented  A title\n"
        "1 passed  (1 scenario, 2 runs, 12 records)\n");
}

TEST_CASE("in CI a missing golden is not written unless told") {
  CommandWorld world = World();
  world.variables["CI"] = "true";
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.Text(kGolden) == "(missing)");
  CHECK(world.Run({"scenarios", "--update=missing"}) == 0);
  CHECK(world.files.Text(kGolden) != "(missing)");
  CHECK(world.out ==
        "✓ scenarios/a.yaml documented  wrote golden/documented/a.jsonl\n"
        "1 updated  (1 scenario, 2 runs, 12 records)\n");
}

TEST_CASE("a touched golden fails, and the output finds it") {
  CommandWorld world = SettledWorld();
  Replace(world, kGolden, "A title", "B title");
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out ==
        "✗ scenarios/a.yaml documented failed  A title\n"
        "  run 1 · run  scenarios/a.yaml:5\n"
        "    markdown at [0,2]: `body` differs  golden/documented/a.jsonl:6\n"
        "      expected  \"B title\"\n"
        "      got       \"A title\"\n"
        "  kept what it got as golden/documented/a.jsonl.pending\n"
        "1 failed  (1 scenario, 2 runs, 12 records)\n"
        "If the new streams are right, take them as goldens: streplay accept --all "
        "(one by one: streplay review)\n");
  CHECK(world.Run({"scenarios", "--update=missing"}) == 1);
  CHECK(world.Run({"scenarios", "--update=changed"}) == 0);
  CHECK(world.Run({"scenarios"}) == 0);
}

TEST_CASE("every other touched byte fails, too") {
  std::string golden = SettledWorld().files.Text(kGolden);
  for (size_t at = 0; at < golden.size(); ++at) {
    CommandWorld world = World();
    std::string touched = golden;
    touched[at] = touched[at] == 'x' ? 'y' : 'x';
    world.files.AddFile(kGolden, touched);
    INFO("byte " << at);
    CHECK(world.Run({"scenarios"}) != 0);
    CHECK(world.files.Text(kGolden) == touched);
  }
}

TEST_CASE("on a wide terminal both sides stand side by side") {
  CommandWorld world = SettledWorld();
  world.variables["CI"] = "true";
  world.is_terminal = true;
  world.columns = 140;
  Replace(world, kGolden, "A title", "B title");
  CHECK(world.Run({"scenarios", "--color=never"}) == 1);
  CHECK(world.out.find("      expected  \"B title\"" + std::string(49, ' ') +
                       " │ got  \"A title\"\n") != std::string::npos);
  world.columns = 139;
  CHECK(world.Run({"scenarios", "--color=never"}) == 1);
  CHECK(world.out.find("      expected  \"B title\"\n      got       \"A title\"\n") !=
        std::string::npos);
}

TEST_CASE("a golden that a merge left broken is an error until it is updated") {
  CommandWorld world = SettledWorld();
  std::string right = world.files.Text(kGolden);
  Replace(world, kGolden, "{\"op\":\"run\"", "<<<<<<< HEAD\n{\"op\":\"run\"");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.out ==
        "✗ scenarios/a.yaml documented error  A title\n"
        "golden/documented/a.jsonl:2:1: error: a merge left its conflict markers in this golden\n"
        "  2 | <<<<<<< HEAD\n"
        "    | ^~~~~~~~~~~~\n"
        "    = resolve the merge, or record the golden again with --update\n"
        "  kept what it got as golden/documented/a.jsonl.pending\n"
        "1 error  (1 scenario, 2 runs, 12 records)\n"
        "If the new streams are right, take them as goldens: streplay accept --all "
        "(one by one: streplay review)\n");
  CHECK(world.Run({"scenarios", "-u"}) == 0);
  CHECK(world.files.Text(kGolden) == right);
}

TEST_CASE("an expectation that does not hold fails, and no golden is written meanwhile") {
  CommandWorld world = World(std::string(kScenario) + "  - expect: {status: limit}\n");
  CHECK(world.Run({"scenarios", "-u"}) == 1);
  CHECK(world.out ==
        "✗ scenarios/a.yaml documented failed  A title\n"
        "  expect status does not hold after run 2  scenarios/a.yaml:7\n"
        "      expected  limit\n"
        "      got       ok\n"
        "1 failed  (1 scenario, 2 runs, 12 records)\n");
  CHECK(world.files.Text(kGolden) == "(missing)");
}

TEST_CASE("a scenario that cannot happen is invalid, and nothing is written") {
  CommandWorld world =
      World(std::string(kScenario) + "  - interact: {checkbox: absent, value: true}\n");
  CHECK(world.Run({"scenarios", "-u"}) == 2);
  CHECK(world.out.find("scenarios/a.yaml:7:5: error: there is no such widget on the page\n") !=
        std::string::npos);
  CHECK(world.files.Text(kGolden) == "(missing)");
}

TEST_CASE("a file that is no scenario is invalid, and the others are checked") {
  CommandWorld world = SettledWorld();
  world.files.AddFile("scenarios/b.yaml", "title: only\n");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.out.find("✗ scenarios/b.yaml invalid\n") != std::string::npos);
  CHECK(world.out.find("1 passed, 1 invalid") != std::string::npos);
}

TEST_CASE("only the profiles asked for are checked") {
  CommandWorld world = World("title: A title\nscript: \"print(1)\"\nsteps: [run]\n");
  CHECK(world.Run({"scenarios", "--profile", "documented", "-u"}) == 0);
  CHECK(world.files.Text("golden/streamlit-1.18/a.jsonl") == "(missing)");
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out.find("1 passed, 1 without golden") != std::string::npos);
}

TEST_CASE("the goldens may lie elsewhere") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--golden", "elsewhere", "-u"}) == 0);
  CHECK(world.files.Text("elsewhere/documented/a.jsonl") != "(missing)");
  CHECK(world.files.Text(kGolden) == "(missing)");
}

TEST_CASE("where nothing can be written, the error says so") {
  CommandWorld world = World();
  world.files.FailFrom(1);
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(
      world.out.find("  golden/documented/a.jsonl cannot be written: No space left on device\n") !=
      std::string::npos);
}

TEST_CASE("nothing to run is an exit code of its own") {
  CommandWorld world;
  world.files.AddFile("scenarios/readme.txt", "");
  CHECK(world.Run({"scenarios"}) == 4);
  CHECK(world.err == "streplay: no scenario (*.yaml, *.yml) was found\n");
  CommandWorld other = World();
  CHECK(other.Run({"scenarios", "--profile", "streamlit-1.18"}) == 4);
  CHECK(other.out == "1 skipped  (1 scenario, 0 runs, 0 records)\n");
  CHECK(other.Run({"scenarios", "--profile", "streamlit-1.18", "-v"}) == 4);
  CHECK(other.out ==
        "- scenarios/a.yaml streamlit-1.18 skipped  A title\n"
        "  the scenario has no profile `streamlit-1.18`\n"
        "1 skipped  (1 scenario, 0 runs, 0 records)\n");
}

TEST_CASE("the output does not depend on how many run at a time") {
  CommandWorld world;
  for (int i = 0; i < 60; ++i) {
    std::string name = "scenarios/" + std::to_string(i) + ".yaml";
    world.files.AddFile(name, i % 7 == 0 ? "title: broken\n" : kScenario);
  }
  world.variables["CI"] = "1";
  CHECK(world.Run({"scenarios", "-j1"}) == 2);
  std::string one_by_one = world.out;
  for (const char* jobs : {"-j2", "-j8", "--jobs=100"}) {
    CHECK(world.Run({"scenarios", jobs}) == 2);
    CHECK(world.out == one_by_one);
  }
}

TEST_CASE("rules are checked where the corpus names its rules") {
  CommandWorld world = World(std::string("covers: [replay.statc]\n") + kScenario);
  CHECK(world.Run({"scenarios", "-u"}) == 0);
  world.files.AddFile("specs/rules.yaml", "- id: replay.static\n");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.out.find("= did you mean `replay.static`?") != std::string::npos);
}

TEST_CASE("two scenarios do not share a golden") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yml", kScenario);
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.err ==
        "scenarios/a.yml: error: its golden would be that of scenarios/a.yaml\n"
        "    = rename one of the two\n");
}

}  // namespace
}  // namespace streplay
