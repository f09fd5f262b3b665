#include "cli/watch.h"

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

std::string ScenarioText(const std::string& title) {
  return "title: " + title + "\nprofiles: [documented]\nscript: {file: apps/" + title +
         ".py}\nsteps: [run]\n";
}

class WatchWorld : public CommandWorld {
 public:
  WatchWorld() {
    for (const char* name : {"a", "b"}) {
      files.AddFile("scenarios/" + std::string(name) + ".yaml", ScenarioText(name));
      files.AddFile("scenarios/apps/" + std::string(name) + ".py", "print(1)\n");
    }
    Run({"scenarios", "-u"});
  }

  void Tick(std::function<void()> change = [] {}) {
    watch_events.push_back([change = std::move(change)] {
      change();
      return WatchEvent::kTick;
    });
  }
  void Write(const std::string& path, const std::string& text) {
    Tick([this, path, text] { files.AddFile(path, text); });
  }

  // What is printed after the first round.
  std::string Watch(std::vector<std::string> arguments = {}, int expected_exit_code = 0) {
    arguments.insert(arguments.begin(), {"check", "scenarios", "--watch", "-v"});
    CHECK(Run(arguments) == expected_exit_code);
    std::string line = "watching: Enter checks everything again, Ctrl-D or Ctrl-C ends\n";
    size_t at = out.find(line);
    REQUIRE(at != std::string::npos);
    return out.substr(at + line.size());
  }
};

constexpr const char* kOnlyA =
    "✓ scenarios/a.yaml documented  a\n"
    "1 passed  (1 scenario, 1 run, 6 records)\n";
constexpr const char* kBoth =
    "✓ scenarios/a.yaml documented  a\n"
    "✓ scenarios/b.yaml documented  b\n"
    "2 passed  (2 scenarios, 2 runs, 12 records)\n";

TEST_CASE("a watch checks everything, then waits") {
  WatchWorld world;
  world.Tick();
  world.Tick();
  CHECK(world.Watch().empty());
  CHECK(world.out ==
        kBoth + std::string("watching: Enter checks everything again, Ctrl-D or Ctrl-C ends\n"));
  CHECK(world.err.empty());
}

TEST_CASE("what a changed file concerns is checked again, once") {
  WatchWorld scenario;
  scenario.Write("scenarios/a.yaml", ScenarioText("a") + "# a comment\n");
  scenario.Tick();
  CHECK(scenario.Watch() == "changed: scenarios/a.yaml\n" + std::string(kOnlyA));

  WatchWorld script;
  script.Write("scenarios/apps/a.py", "print(2)\n");
  CHECK(script.Watch() == "changed: scenarios/apps/a.py\n" + std::string(kOnlyA));

  WatchWorld golden;
  std::string right = golden.files.Text("golden/documented/a.jsonl");
  golden.Write("golden/documented/a.jsonl", right + " ");
  golden.Write("golden/documented/a.jsonl", right);
  std::string out = golden.Watch();
  CHECK(out.starts_with("changed: golden/documented/a.jsonl\n✗ scenarios/a.yaml documented "));
  CHECK(out.ends_with("changed: golden/documented/a.jsonl\n" + std::string(kOnlyA)));

  WatchWorld rules;
  rules.Write("specs/rules.yaml", "- id: replay.static\n");
  CHECK(rules.Watch() == "changed: specs/rules.yaml\n" + std::string(kBoth));
}

TEST_CASE("a golden that the watch itself writes is no change") {
  WatchWorld world;
  world.Tick([&] { world.files.Remove("golden/documented/a.jsonl"); });
  world.Tick();
  CHECK(world.Watch({}, 1) ==
        "changed: golden/documented/a.jsonl\n"
        "? scenarios/a.yaml documented without golden  a\n"
        "  wrote golden/documented/a.jsonl: look at it, then keep it\n"
        "1 without golden  (1 scenario, 1 run, 6 records)\n");
}

TEST_CASE("a new scenario is checked, and one that is gone is not") {
  WatchWorld world;
  world.Tick([&] {
    world.files.AddFile("scenarios/c.yaml", "title: c\nscript: \"\"\nsteps: [run]\n");
    world.files.Remove("scenarios/b.yaml");
  });
  world.Tick([&] { world.files.Remove("scenarios/c.yaml"); });
  CHECK(world.Watch({"-u"}) ==
        "changed: scenarios/b.yaml, scenarios/c.yaml\n"
        "✓ scenarios/c.yaml documented  wrote golden/documented/c.jsonl\n"
        "✓ scenarios/c.yaml streamlit-1.18  wrote golden/streamlit-1.18/c.jsonl\n"
        "2 updated  (1 scenario, 2 runs, 12 records)\n"
        "changed: scenarios/c.yaml\n");
}

TEST_CASE("a broken scenario is told, and mended by whatever mends it") {
  WatchWorld world;
  world.Write("scenarios/apps/a.py", "print(\n");
  world.Write("scenarios/apps/a.py", "print(3)\n");
  std::string out = world.Watch();
  CHECK(out.starts_with("changed: scenarios/apps/a.py\n✗ scenarios/a.yaml invalid\n"));
  CHECK(out.ends_with("changed: scenarios/apps/a.py\n" + std::string(kOnlyA)));
}

TEST_CASE("many changed files are not all named") {
  WatchWorld world;
  world.Tick([&] {
    for (const char* name : {"c", "d", "e"}) {
      world.files.AddFile("scenarios/" + std::string(name) + ".yaml", "title: x\n");
    }
    world.files.AddFile("scenarios/apps/a.py", "print(4)\n");
  });
  CHECK(world.Watch({}, 2).starts_with(
      "changed: scenarios/apps/a.py, scenarios/c.yaml, scenarios/d.yaml and 1 more\n"));
}

TEST_CASE("Enter checks everything again") {
  WatchWorld world;
  world.watch_events.push_back([] { return WatchEvent::kRunAll; });
  CHECK(world.Watch() == kBoth);
}

TEST_CASE("the selection holds for what changes, too") {
  WatchWorld world;
  world.Write("scenarios/b.yaml", ScenarioText("b") + "# a comment\n");
  world.Write("scenarios/a.yaml", ScenarioText("a") + "# a comment\n");
  CHECK(world.Watch({"-k", "a"}) == "changed: scenarios/a.yaml\n" + std::string(kOnlyA));
}

TEST_CASE("the exit code is that of the last round") {
  WatchWorld world;
  world.Write("scenarios/a.yaml", "title: a\n");
  world.Watch({}, 2);
  world.watch_events.clear();
  world.Write("scenarios/a.yaml", ScenarioText("a"));
  world.Watch({}, 0);
}

TEST_CASE("without a scenario there is nothing to watch") {
  WatchWorld world;
  CHECK(world.Run({"scenarios", "--watch", "-k", "nothing"}) == 4);
  CHECK(world.out.empty());
  CHECK(world.Run({"scenarios", "--watch", "-k", "a b"}) == 2);
}

}  // namespace
}  // namespace streplay
