// What `check` keeps pending, and when it goes.
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario =
    "title: A title\n"
    "profiles: [documented]\n"
    "script: \"print(1)\"\n"
    "steps: [run]\n";
constexpr const char* kPath = "scenarios/a.yaml";
constexpr const char* kGolden = "golden/documented/a.jsonl";
constexpr const char* kPending = "golden/documented/a.jsonl.pending";

// The golden is that of another title.
CommandWorld DifferingWorld() {
  CommandWorld world;
  world.files.AddFile(kPath,
                      "title: B title\nprofiles: [documented]\nscript: \"\"\nsteps: [run]\n");
  world.Run({"scenarios", "-u"});
  world.files.AddFile(kPath, kScenario);
  return world;
}

CommandWorld PendingWorld() {
  CommandWorld world = DifferingWorld();
  CHECK(world.Run({"scenarios"}) == 1);
  return world;
}

std::string RightGolden() {
  CommandWorld world;
  world.files.AddFile(kPath, kScenario);
  world.Run({"scenarios", "-u"});
  return world.files.Text(kGolden);
}

TEST_CASE("a check that differs keeps what it got beside the golden, which stays") {
  CommandWorld world = DifferingWorld();
  std::string old = world.files.Text(kGolden);
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.Text(kGolden) == old);
  CHECK(world.files.Text(kPending) == RightGolden());
}

TEST_CASE("a pending golden is no golden, and a check that differs again leaves it alone") {
  CommandWorld world = PendingWorld();
  int changes = world.files.changes();
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.changes() == changes);
}

TEST_CASE("a later run replaces what is pending") {
  CommandWorld world = PendingWorld();
  world.files.AddFile(kPath, std::string(kScenario) + "tags: []\n");
  world.files.AddFile(kPath,
                      "title: C title\nprofiles: [documented]\nscript: \"\"\nsteps: [run]\n");
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.Text(kPending).find("C title") != std::string::npos);
}

TEST_CASE("it goes when the scenario passes again, and when it is updated") {
  CommandWorld passing = PendingWorld();
  passing.files.AddFile(kGolden, RightGolden());
  CHECK(passing.Run({"scenarios"}) == 0);
  CHECK(passing.files.Text(kPending) == "(missing)");
  CommandWorld updated = PendingWorld();
  CHECK(updated.Run({"scenarios", "--update=changed"}) == 0);
  CHECK(updated.files.Text(kPending) == "(missing)");
  CHECK(updated.files.Text(kGolden) == RightGolden());
}

TEST_CASE("it goes when an expectation does not hold: what was got is worth nothing") {
  CommandWorld world = PendingWorld();
  world.files.AddFile(kPath,
                      "title: A title\nprofiles: [documented]\nscript: \"\"\n"
                      "steps: [run, expect: {status: limit}]\n");
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.Text(kPending) == "(missing)");
}

TEST_CASE("an invalid scenario leaves it: nothing was got") {
  CommandWorld world = PendingWorld();
  world.files.AddFile(kPath, "title: only\n");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.files.Text(kPending) != "(missing)");
}

TEST_CASE("in CI nothing is kept, and what is there is left alone") {
  CommandWorld world = DifferingWorld();
  world.variables["CI"] = "true";
  auto before = world.files.files();
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.files() == before);
  world.files.AddFile(kPending, "{}");
  world.files.AddFile(kGolden, RightGolden());
  CHECK(world.Run({"scenarios"}) == 0);
  CHECK(world.files.Text(kPending) == "{}");
}

TEST_CASE("an update that does not mean it keeps nothing") {
  CommandWorld world = DifferingWorld();
  CHECK(world.Run({"scenarios", "--update=missing"}) == 1);
  CHECK(world.files.Text(kPending) == "(missing)");
}

TEST_CASE("what cannot be kept costs a warning, and the difference is told") {
  CommandWorld world = DifferingWorld();
  world.files.FailFrom(1);
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out ==
        "✗ scenarios/a.yaml documented failed  A title\n"
        "golden/documented/a.jsonl.pending: warning: cannot be written: No space left on device\n"
        "  run 1 · run  scenarios/a.yaml:4\n"
        "    markdown at [0,2]: `body` differs  golden/documented/a.jsonl:6\n"
        "      expected  \"B title\"\n"
        "      got       \"A title\"\n"
        "1 failed  (1 scenario, 1 run, 6 records)\n"
        "If the new streams are right, take them as goldens: streplay check --update=changed\n");
}

TEST_CASE("for a golden that is a link nothing is kept") {
  CommandWorld world = DifferingWorld();
  world.files.AddLink(kGolden);
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.out.find("golden/documented/a.jsonl: error: the golden is a link, and goldens are "
                       "plain files\n") != std::string::npos);
  CHECK(world.files.Text(kPending) == "(missing)");
}

TEST_CASE("a check removes what a program that died left behind, but not in CI") {
  CommandWorld world;
  world.files.AddFile(kPath, kScenario);
  world.files.AddAbandoned("golden/documented/.a.jsonl.1-1.tmp", "{");
  world.variables["CI"] = "true";
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.files().size() == 2);
  world.variables.clear();
  CHECK(world.Run({"scenarios", "-u"}) == 0);
  CHECK(world.files.files() ==
        std::map<std::string, std::string>{{kPath, kScenario}, {kGolden, RightGolden()}});
}

}  // namespace
}  // namespace streplay
