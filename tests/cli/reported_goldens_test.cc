// `accept --from`: goldens out of the report of an earlier run, perhaps on another machine.
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kGolden = "golden/documented/a.jsonl";

std::string ScenarioText(const std::string& title) {
  return "title: " + title + "\nprofiles: [documented]\nscript: \"\"\nsteps: [run]\n";
}

// One golden is that of another title, one is missing, one is right. Nothing was written but the
// report `r.json`: the check ran in CI.
CommandWorld ReportedWorld() {
  CommandWorld world;
  world.files.AddFile("scenarios/a.yaml", ScenarioText("Old"));
  world.files.AddFile("scenarios/c.yaml", ScenarioText("Right"));
  CHECK(world.Run({"scenarios", "-u"}) == 0);
  world.files.AddFile("scenarios/a.yaml", ScenarioText("New"));
  world.files.AddFile("scenarios/b.yaml", ScenarioText("Added"));
  world.variables["CI"] = "1";
  CHECK(world.Run({"scenarios", "--report=json:r.json"}) == 1);
  return world;
}

void ChangeReport(CommandWorld& world, const std::string& from, const std::string& to) {
  std::string text = world.files.Text("r.json");
  size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  for (; at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  world.files.AddFile("r.json", text);
}

TEST_CASE("all that a report proposes becomes golden") {
  CommandWorld world = ReportedWorld();
  CHECK(world.Run({"accept", "--from", "r.json"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.out ==
        "accepted golden/documented/a.jsonl\n"
        "accepted golden/documented/b.jsonl\n"
        "2 goldens accepted\n");
  CHECK(world.Run({"scenarios"}) == 0);
  int changes = world.files.changes();
  CHECK(world.Run({"accept", "--from", "r.json"}) == 0);  // they hold it already
  CHECK(world.files.changes() == changes);
}

TEST_CASE("or only what a suffix names") {
  CommandWorld world = ReportedWorld();
  CHECK(world.Run({"accept", "documented/b", "--from=r.json"}) == 0);
  CHECK(world.out == "accepted golden/documented/b.jsonl\n1 golden accepted\n");
  CHECK(world.files.Text(kGolden).find("Old") != std::string::npos);
  CHECK(world.Run({"accept", "c", "--from=r.json"}) == 2);
}

TEST_CASE("a golden that has changed since, or come since, stops all") {
  CommandWorld world = ReportedWorld();
  world.files.AddFile(kGolden, "{}\n");
  world.files.AddFile("golden/documented/b.jsonl", "{}\n");
  int changes = world.files.changes();
  CHECK(world.Run({"accept", "--from", "r.json"}) == 2);
  CHECK(world.err ==
        "streplay: golden/documented/a.jsonl: is no longer what the report compared with\n"
        "streplay: golden/documented/b.jsonl: is no longer what the report compared with\n");
  CHECK(world.files.changes() == changes);
}

TEST_CASE("a report that is cut off, or none, is refused") {
  CommandWorld world = ReportedWorld();
  std::string text = world.files.Text("r.json");
  world.files.AddFile("r.json", text.substr(0, text.rfind("\"footer\"")) + "\"x\":1}\n");
  int changes = world.files.changes();
  CHECK(world.Run({"accept", "--from", "r.json"}) == 2);
  CHECK(world.err.find("r.json") != std::string::npos);
  CHECK(world.Run({"accept", "--from", "missing.json"}) == 2);
  CHECK(world.err.find("missing.json: error: cannot be read") == 0);
  CHECK(world.files.changes() == changes);
}

TEST_CASE("nothing leads out of the golden folder, and nothing but streams gets in") {
  auto refused = [](const std::string& from, const std::string& to) {
    CommandWorld world = ReportedWorld();
    ChangeReport(world, from, to);
    int changes = world.files.changes();
    INFO(from + " -> " + to);
    CHECK(world.Run({"accept", "--from", "r.json"}) == 2);
    CHECK_FALSE(world.err.empty());
    CHECK(world.files.changes() == changes);
  };
  refused("golden/documented/a.jsonl", "../golden/documented/a.jsonl");
  refused("golden/documented/a.jsonl", "/golden/documented/a.jsonl");
  refused("golden/documented/a.jsonl", "elsewhere/documented/a.jsonl");
  refused("golden/documented/a.jsonl", "golden/documented/c.jsonl");
  refused("\"scenario\":\"a\"", "\"scenario\":\"../a\"");
  refused("\\\"scenario\\\":\\\"a\\\"", "\\\"scenario\\\":\\\"c\\\"");
  refused("{\\\"streplay\\\":1,", "{\\\"streplay\\\":99,");
}

TEST_CASE("--golden says where they lie instead") {
  CommandWorld world = ReportedWorld();
  world.files.AddFile("moved/documented/a.jsonl", world.files.Text(kGolden));
  CHECK(world.Run({"accept", "a", "--from", "r.json", "--golden", "moved"}) == 0);
  CHECK(world.out == "accepted moved/documented/a.jsonl\n1 golden accepted\n");
  CHECK(world.files.Text("moved/documented/a.jsonl").find("New") != std::string::npos);
}

}  // namespace
}  // namespace streplay
