// The scenario that `init` writes is run by the real model here.
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

CommandWorld World() {
  CommandWorld world;
  world.simulate = Simulate;
  return world;
}

TEST_CASE("init writes a scenario that passes") {
  CommandWorld world = World();
  CHECK(world.Run({"init"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.out ==
        "wrote scenarios/first.yaml\n"
        "wrote golden/documented/first.jsonl\n"
        "wrote golden/streamlit-1.18/first.jsonl\n"
        "wrote .github/workflows/streplay.yml\n"
        "\n"
        "Next:\n"
        "  streplay show scenarios/first.yaml\n"
        "      tells what happens in it, run by run\n"
        "  streplay check scenarios\n"
        "      passes as long as every scenario shows what its goldens say;\n"
        "      with -u, what they show now becomes their goldens\n"
        "Commit scenarios and goldens together. The CI job needs streplay on its PATH: see\n"
        ".github/workflows/streplay.yml\n");
  CHECK(world.files.files().size() == 4);
  world.variables["CI"] = "1";
  CHECK(world.Run({"check", "scenarios"}) == 0);
  CHECK(world.out.starts_with("2 passed  (1 scenario, 6 runs, "));
  CHECK(
      world.files.Text(".github/workflows/streplay.yml").find("run: streplay check scenarios\n") !=
      std::string::npos);
}

TEST_CASE("init works in a folder that is named") {
  for (const char* folder : {"new/project", "new/project/"}) {
    CommandWorld world = World();
    CHECK(world.Run({"init", folder}) == 0);
    CHECK(
        world.out.starts_with("wrote new/project/scenarios/first.yaml\n"
                              "wrote new/project/golden/documented/first.jsonl\n"));
    CHECK(world.Run({"new/project/scenarios"}) == 0);
  }
}

TEST_CASE("init changes nothing that is there, and then writes nothing") {
  for (const char* path : {"scenarios/first.yaml", "golden/streamlit-1.18/first.jsonl",
                           ".github/workflows/streplay.yml"}) {
    CommandWorld world = World();
    world.files.AddFile(path, "mine");
    CHECK(world.Run({"init"}) == 2);
    CHECK(world.out.empty());
    CHECK(world.err == "streplay: " + std::string(path) +
                           " is there already, and init changes nothing that is\n");
    CHECK(world.files.files().size() == 1);
    CHECK(world.files.Text(path) == "mine");
  }
}

TEST_CASE("init leaves other files alone") {
  CommandWorld world = World();
  world.files.AddFile("README.md", "mine");
  world.files.AddFile("scenarios/other.yaml", "mine, too");
  CHECK(world.Run({"init"}) == 0);
  CHECK(world.files.Text("README.md") == "mine");
  CHECK(world.files.Text("scenarios/other.yaml") == "mine, too");
  CHECK(world.files.files().size() == 6);
}

TEST_CASE("where init cannot write, it says so") {
  CommandWorld world = World();
  world.files.FailFrom(1);
  CHECK(world.Run({"init"}) == 2);
  CHECK(world.err == "streplay: scenarios/first.yaml cannot be written: No space left on device\n");
  CHECK(world.Run({"init", "a", "b"}) == 2);
  CHECK(world.err == "streplay: unexpected argument `b`\n  = see `streplay init --help`\n");
}

}  // namespace
}  // namespace streplay
