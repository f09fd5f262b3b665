#include "cli/last_failed.h"

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kState = ".streplay/last-failed.jsonl";
constexpr const char* kHeader = "{\"format\":\"streplay-last-failed\",\"version\":1}\n";

std::string Good(const std::string& title) {
  return "title: " + title + "\nscript: \"print(1)\"\nsteps: [run]\n";
}
std::string Bad(const std::string& title) {
  return "title: " + title + "\nscript: \"print(1)\"\nsteps: [run, expect: {status: limit}]\n";
}

// Three good scenarios with goldens, in two profiles each.
CommandWorld World() {
  CommandWorld world;
  for (const char* name : {"a", "b", "c"}) {
    world.files.AddFile("scenarios/" + std::string(name) + ".yaml", Good(name));
  }
  world.Run({"scenarios", "-u"});
  return world;
}

std::string Line(const std::string& name, const std::string& profile) {
  return "{\"scenario\":\"scenarios/" + name + ".yaml\",\"profile\":\"" + profile + "\"}\n";
}
std::string Both(const std::string& name) {
  return Line(name, "documented") + Line(name, "streamlit-1.18");
}

TEST_CASE("what never failed leaves no trace") {
  CommandWorld world = World();
  int changes = world.files.changes();
  CHECK(world.Run({"scenarios"}) == 0);
  CHECK(world.files.changes() == changes);
  CHECK(world.files.Text(kState) == "(missing)");
}

TEST_CASE("what failed is known the next time, until it passes") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.Text(kState) == kHeader + Both("b"));
  CHECK(world.files.Text(".streplay/.gitignore") == "*\n");

  CHECK(world.Run({"scenarios", "--last-failed"}) == 1);
  CHECK(world.err.empty());
  CHECK(world.out.find("(1 scenario, ") != std::string::npos);

  world.files.AddFile("scenarios/b.yaml", Good("b"));
  CHECK(world.Run({"scenarios", "--last-failed", "-v"}) == 0);
  CHECK(world.out ==
        "✓ scenarios/b.yaml documented  b\n"
        "✓ scenarios/b.yaml streamlit-1.18  b\n"
        "2 passed  (1 scenario, 2 runs, 12 records)\n");
  CHECK(world.files.Text(kState) == kHeader);

  CHECK(world.Run({"scenarios", "--last-failed"}) == 0);
  CHECK(world.err ==
        "streplay: no failure of an earlier check is known: --last-failed leaves all 3\n");
  CHECK(world.out.find("(3 scenarios, ") != std::string::npos);
}

TEST_CASE("a check of some scenarios leaves what is known of the others") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", Bad("a"));
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  world.Run({"scenarios/a.yaml"});
  CHECK(world.files.Text(kState) == kHeader + Both("a"));
  world.Run({"scenarios", "-k", "b"});
  CHECK(world.files.Text(kState) == kHeader + Both("a") + Both("b"));
  world.files.AddFile("scenarios/a.yaml", Good("a"));
  world.Run({"scenarios", "--profile", "documented", "-k", "not b"});
  CHECK(world.files.Text(kState) == kHeader + Line("a", "streamlit-1.18") + Both("b"));
  CHECK(world.Run({"list", "scenarios", "--last-failed", "--format", "paths"}) == 0);
  CHECK(world.out == "scenarios/a.yaml\nscenarios/b.yaml\n");
  CHECK(world.Run({"scenarios/c.yaml", "--last-failed"}) == 0);
  CHECK(world.err ==
        "streplay: none of what failed last time is among these scenarios: --last-failed leaves "
        "all 1\n");
}

TEST_CASE("a file that cannot be loaded has failed; then its profiles count again") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", "title: 1\n");
  CHECK(world.Run({"scenarios"}) == 2);
  CHECK(world.files.Text(kState) == kHeader + Line("a", ""));
  world.files.AddFile("scenarios/a.yaml", Bad("a"));
  CHECK(world.Run({"scenarios", "--last-failed"}) == 1);
  CHECK(world.files.Text(kState) == kHeader + Both("a"));
}

TEST_CASE("a scenario that is gone is forgotten") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/a.yaml", Bad("a"));
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  world.Run({"scenarios"});
  world.files.Remove("scenarios/a.yaml");
  world.Run({"scenarios/c.yaml"});
  CHECK(world.files.Text(kState) == kHeader + Both("b"));
}

TEST_CASE("in CI nothing is kept, but what is known can be used") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  world.Run({"scenarios"});
  world.variables["CI"] = "1";
  world.files.AddFile("scenarios/b.yaml", Good("b"));
  CHECK(world.Run({"scenarios", "--last-failed"}) == 0);
  CHECK(world.out.find("(1 scenario, ") != std::string::npos);
  CHECK(world.files.Text(kState) == kHeader + Both("b"));
}

TEST_CASE("a file that is no such list counts as none") {
  for (const std::string& text : std::vector<std::string>{
           "", "nonsense\n", std::string(kHeader) + "nonsense\n", std::string(kHeader) + "{}\n",
           std::string(kHeader) + "{\"scenario\":1,\"profile\":\"\"}\n",
           "{\"format\":\"streplay-last-failed\",\"version\":2}\n" + Both("a")}) {
    CommandWorld world = World();
    world.files.AddFile(kState, text);
    INFO(text);
    CHECK(world.Run({"scenarios", "--last-failed"}) == 0);
    CHECK(world.err ==
          "streplay: no failure of an earlier check is known: --last-failed leaves all 3\n");
    CHECK(world.files.Text(kState) == kHeader);
  }
}

TEST_CASE("nothing is read or written through a link") {
  CommandWorld world = World();
  world.files.AddLink(".streplay");
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  int changes = world.files.changes();
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.files.changes() == changes);
}

TEST_CASE("a list that cannot be written changes no result") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/b.yaml", Bad("b"));
  world.Run({"scenarios/b.yaml"});
  std::string out = world.out;
  CommandWorld full = World();
  full.files.AddFile("scenarios/b.yaml", Bad("b"));
  full.files.FailFrom(1);
  CHECK(full.Run({"scenarios/b.yaml"}) == 1);
  CHECK(full.out == out);
  CHECK(full.err.empty());
}

TEST_CASE("every corpus has a list of its own, the same from wherever it is checked") {
  CommandWorld world;
  world.files.AddFile("x/scenarios/sub/a.yaml", Bad("a"));
  world.files.AddFile("y/b.yml", Bad("b"));
  world.Run({"x", "y"});
  CHECK(world.files.Text(std::string("x/") + kState) == kHeader + Both("sub/a"));
  CHECK(world.files.Text(std::string("y/") + kState) ==
        std::string(kHeader) + "{\"scenario\":\"b.yml\",\"profile\":\"documented\"}\n" +
            "{\"scenario\":\"b.yml\",\"profile\":\"streamlit-1.18\"}\n");
  CHECK(world.Run({"list", "--last-failed", "--format", "paths", "x", "y"}) == 0);
  CHECK(world.out == "x/scenarios/sub/a.yaml\ny/b.yml\n");
}

}  // namespace
}  // namespace streplay
