#include "cli/check_run.h"

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kGood = "title: Good\nprofiles: [documented]\nscript: \"\"\nsteps: [run]\n";
constexpr const char* kBad =
    "title: Good\nprofiles: [documented]\nscript: \"\"\nsteps: [run, expect: {status: limit}]\n";

// Scenarios 00 to 39; every seventh is bad. Goldens are missing from 30 on.
CommandWorld World() {
  CommandWorld world;
  auto path = [](int i) {
    return "scenarios/" + std::string(i < 10 ? "0" : "") + std::to_string(i) + ".yaml";
  };
  for (int i = 0; i < 30; ++i) world.files.AddFile(path(i), kGood);
  world.Run({"scenarios", "-u"});
  for (int i = 0; i < 40; ++i) world.files.AddFile(path(i), i % 7 == 6 ? kBad : kGood);
  return world;
}

TEST_CASE("a check stops once enough scenarios have failed") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--max-fail", "2"}) == 1);
  CHECK(world.out ==
        "✗ scenarios/06.yaml documented failed  Good\n"
        "  expect status does not hold after run 1  scenarios/06.yaml:4\n"
        "      expected  limit\n"
        "      got       ok\n"
        "✗ scenarios/13.yaml documented failed  Good\n"
        "  expect status does not hold after run 1  scenarios/13.yaml:4\n"
        "      expected  limit\n"
        "      got       ok\n"
        "12 passed, 2 failed  (14 scenarios, 14 runs, 84 records)\n");
  CHECK(world.err ==
        "streplay: stopped after 2 scenarios that did not pass (--max-fail): 26 scenarios were "
        "not run\n");
}

TEST_CASE("a check that is not stopped says nothing about it") {
  CommandWorld world = World();
  CHECK(world.Run(
            {"scenarios", "--max-fail", "1", "-k", "not (06 or 13 or 20 or 27 or 34)", "-u"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.Run({"scenarios", "--max-fail", "5", "-k", "06 or 13 or 20 or 27 or 34"}) == 1);
  CHECK(world.err.empty());
}

TEST_CASE("where a check stops, and what it writes, is the same for every number of threads") {
  for (const char* max_fail : {"1", "4", "6", "9", "100"}) {
    for (const char* mode : {"", "--update=missing", "-u"}) {
      std::vector<std::string> arguments = {"scenarios", "--max-fail", max_fail, "-j1"};
      if (*mode != '\0') arguments.emplace_back(mode);
      CommandWorld one = World();
      int exit_code = one.Run(arguments);
      for (const char* jobs : {"-j2", "-j8", "-j64"}) {
        arguments[3] = jobs;
        CommandWorld other = World();
        INFO(max_fail << " " << mode << " " << jobs);
        CHECK(other.Run(arguments) == exit_code);
        CHECK(other.out == one.out);
        CHECK(other.err == one.err);
        CHECK(other.files.files() == one.files.files());
      }
    }
  }
}

TEST_CASE("nothing is written for a scenario that was not run") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--max-fail", "5", "-j8"}) == 1);
  CHECK(world.files.Text("golden/documented/30.jsonl") != "(missing)");
  CHECK(world.files.Text("golden/documented/31.jsonl") == "(missing)");
}

TEST_CASE("what was not run keeps what is known of it") {
  CommandWorld world = World();
  world.Run({"scenarios"});
  std::string known = world.files.Text(".streplay/last-failed.jsonl");
  world.Run({"scenarios/06.yaml", "scenarios/13.yaml", "--max-fail", "1"});
  CHECK(world.files.Text(".streplay/last-failed.jsonl") == known);
}

}  // namespace
}  // namespace streplay
