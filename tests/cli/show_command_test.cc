#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario =
    "title: A ticked box\n"
    "script: \"print(1)\"\n"
    "steps:\n"
    "  - run\n"
    "  - clear: all\n"
    "  - interact: {checkbox: Negate, value: true}\n"
    "  - expect: {status: ok}\n"
    "  - run: {session: bob}\n"
    "  - advance: 90s\n";

CommandWorld World() {
  CommandWorld world;
  world.files.AddFile("scenarios/a.yaml", kScenario);
  return world;
}

TEST_CASE("text shows every record of every run, and what happens between") {
  CommandWorld world = World();
  CHECK(world.Run({"show", "scenarios/a.yaml"}) == 0);
  CHECK(world.err.empty());
  CHECK(world.out ==
        "A ticked box\n"
        "scenarios/a.yaml · documented\n"
        "\n"
        "run 1 · run  step 1, line 4\n"
        "  [0,0]   empty\n"
        "          miss `f`: no entry for these arguments\n"
        "  [0,1]   checkbox Negate = false  default=false\n"
        "  [0,2]   markdown A ticked box\n"
        "  ok · executed f\n"
        "\n"
        "clear: all  step 2, line 5\n"
        "          clear `f`\n"
        "\n"
        "run 2 · interact: {checkbox: Negate, value: true}  step 3, line 6\n"
        "  [0,0]   empty\n"
        "          hit `f`: what it showed is replayed\n"
        "  [0,1] ★ checkbox Negate = true  default=false\n"
        "  [0,2]   markdown A ticked box\n"
        "  ok · hit f\n"
        "\n"
        "run 3 in session bob · run: {session: bob}  step 5, line 8\n"
        "  [0,0]   empty\n"
        "          hit `f`: what it showed is replayed\n"
        "  [0,1] ★ checkbox Negate = false  default=false\n"
        "  [0,2]   markdown A ticked box\n"
        "  ok · hit f\n"
        "\n"
        "advance: 90s  step 6, line 9\n"
        "\n"
        "★ replayed from a cache, not executed\n");
}

TEST_CASE("the tree shows the page, with the widgets' values") {
  CommandWorld world = World();
  CHECK(world.Run({"show", "scenarios/a.yaml", "--format", "tree", "--step", "3"}) == 0);
  CHECK(world.out ==
        "A ticked box\n"
        "scenarios/a.yaml · documented\n"
        "\n"
        "run 2 · interact: {checkbox: Negate, value: true}  step 3, line 6\n"
        "  main\n"
        "  ├─ checkbox Negate = true\n"
        "  └─ markdown A ticked box\n"
        "  ok · hit f\n");
}

TEST_CASE("jsonl is the stream itself, as goldens have it") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "-u"}) == 0);
  CHECK(world.Run({"show", "scenarios/a.yaml", "--format=jsonl"}) == 0);
  CHECK(world.out == world.files.Text("golden/documented/a.jsonl"));
  CHECK(world.Run({"show", "scenarios/a.yaml", "--format=jsonl", "--step=3"}) == 0);
  CHECK(world.out.find(R"("op":"run","run":2)") != std::string::npos);
  CHECK(world.out.find(R"("op":"run","run":1)") == std::string::npos);
}

TEST_CASE("another profile, when the scenario has it") {
  CommandWorld world = World();
  CHECK(world.Run({"show", "scenarios/a.yaml", "--profile", "streamlit-1.18"}) == 0);
  CHECK(world.out.find("scenarios/a.yaml · streamlit-1.18\n") != std::string::npos);
  world.files.AddFile("b.yaml", std::string("profiles: [documented]\n") + kScenario);
  CHECK(world.Run({"show", "b.yaml", "--profile", "streamlit-1.18"}) == 2);
  CHECK(world.err == "b.yaml: error: this scenario does not have the profile `streamlit-1.18`\n");
}

TEST_CASE("what cannot be shown says why") {
  CommandWorld world = World();
  CHECK(world.Run({"show", "scenarios/a.yaml", "--step", "7"}) == 2);
  CHECK(world.err == "scenarios/a.yaml: error: there is no step 7\n    = it has 6 steps\n");
  world.files.AddFile("scenarios/b.yaml", "title: 1\n");
  CHECK(world.Run({"show", "scenarios/b.yaml"}) == 2);
  CHECK(world.Run({"show", "scenarios"}) == 2);
  CHECK(world.err == "scenarios: error: `show` takes one scenario, and this is a folder\n");
}

TEST_CASE("a scenario that stops half way is shown up to there") {
  CommandWorld world;
  world.files.AddFile("a.yaml",
                      std::string(kScenario) + "  - interact: {checkbox: absent, value: true}\n");
  CHECK(world.Run({"show", "a.yaml"}) == 2);
  CHECK(world.out.find("run 3") != std::string::npos);
  CHECK(world.err.find("there is no such widget on the page") != std::string::npos);
}

TEST_CASE("colour goes to a terminal, unless it is not wanted") {
  auto has_colour = [](bool is_terminal, const char* no_colour, const char* option) {
    CommandWorld world = World();
    world.is_terminal = is_terminal;
    if (no_colour != nullptr) world.variables["NO_COLOR"] = no_colour;
    world.Run({"show", "scenarios/a.yaml", option});
    return world.out.find('\x1b') != std::string::npos;
  };
  CHECK(!has_colour(false, nullptr, "--color=auto"));
  CHECK(has_colour(true, nullptr, "--color=auto"));
  CHECK(!has_colour(true, "1", "--color=auto"));
  CHECK(has_colour(true, "", "--color=auto"));
  CHECK(has_colour(true, "1", "--color=always"));
  CHECK(!has_colour(true, nullptr, "--color=never"));
}

TEST_CASE("lines are cut to the terminal, and labels cannot drive it") {
  CommandWorld world;
  std::string scenario = kScenario;
  scenario.replace(scenario.find("A ticked box"), 12, "\"\\e[31m" + std::string(200, 'x') + "\"");
  world.files.AddFile("a.yaml", scenario);
  CHECK(world.Run({"show", "a.yaml"}) == 0);
  CHECK(world.out.find('\x1b') == std::string::npos);
  CHECK(world.out.find("  [0,2]   markdown \\x1b[31m" + std::string(52, 'x') + "…\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace streplay
