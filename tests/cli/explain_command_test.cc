// Whole outputs of `explain`, of the model itself: explain/NAME.yaml under each profile gives
// explain/NAME.PROFILE.txt.
#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

const std::filesystem::path kFolder = std::string(STREPLAY_SOURCE_DIR) + "/tests/cli/explain";
constexpr std::array kProfiles = {"documented", "streamlit-1.18"};

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

CommandWorld WorldWith(const std::string& name) {
  CommandWorld world;
  world.files.AddFile(name + ".yaml", ReadFile(kFolder / (name + ".yaml")));
  return world;
}

TEST_CASE("explain says why each call hit or missed") {
  std::vector<std::string> names = CaseNames();
  REQUIRE(names.size() >= 10);
  for (const std::string& name : names) {
    for (const char* profile : kProfiles) {
      CAPTURE(name, profile);
      CommandWorld world = WorldWith(name);
      CHECK(world.Run({"explain", name + ".yaml", "--profile", profile}) == 0);
      CHECK(world.out == ReadFile(kFolder / (name + "." + profile + ".txt")));
      CHECK(world.err.empty());
    }
  }
}

TEST_CASE("a scenario runs the same with a witness of its calls") {
  for (const std::string& name : CaseNames()) {
    for (const char* profile : kProfiles) {
      CAPTURE(name, profile);
      CommandWorld world = WorldWith(name);
      world.simulate = Simulate;
      CHECK(world.Run({"show", name + ".yaml", "--format=jsonl", "--profile", profile}) == 0);
      std::string without = world.out;
      world.simulate = SimulateWithEvidence;
      CHECK(world.Run({"show", name + ".yaml", "--format=jsonl", "--profile", profile}) == 0);
      CHECK(world.out == without);
    }
  }
}

TEST_CASE("json tells everything about a call") {
  CommandWorld world = WorldWith("expired");
  CHECK(world.Run({"explain", "expired.yaml", "--format", "json", "--run", "2"}) == 0);
  CHECK(
      world.out ==
      R"({"format":1,"scenario":"expired.yaml","profile":"documented","calls":[{"run":2,"step":3,)"
      R"("session":"main","depth":0,"function":"__main__.rates","family":"data","line":6,)"
      R"("at":59.5,"arguments":[{"name":"day","value":"1","use":"key"}],"form":null,)"
      R"("below_forbidding":false,"answer":"hit","reason":null,"why":null,)"
      R"("lookup":{"way":"widgets-in-order","widgets":[],)"
      R"("entries":[{"conditions":[],"expires":60.0,"expired":false}]},"lost":null,)"
      R"("other_arguments":[],"valid":null,"executed":false,"stored":false,"failure":null,)"
      R"("broken_off":false,"shown":[{"path":[0,1],"type":"markdown","text":"`1`",)"
      R"("widget":false,"replayed":true}],"changes":["it came at 60 s or later, in 0.5 s"]}]})"
      "\n");
}

TEST_CASE("one function or one run alone") {
  CommandWorld world = WorldWith("cleared");
  CHECK(world.Run({"explain", "cleared.yaml", "--function", "forget", "--run", "1"}) == 0);
  CHECK(world.out ==
        "Entries are cleared by the script, by a step and with their family\n"
        "cleared.yaml · documented\n"
        "\n"
        "run 1 · run  step 1, line 19\n"
        "  miss  forget()  data function __main__.forget, line 10\n"
        "        why      the function has no entry yet\n"
        "        what     executed and stored, without elements\n"
        "        hit if   a value for these arguments had been stored before\n");
  CHECK(world.Run({"explain", "cleared.yaml", "--function", "__main__.forget"}) == 0);
  CHECK(world.out.find("load(") == std::string::npos);
}

TEST_CASE("a script without cached calls has none to explain") {
  CommandWorld world;
  world.files.AddFile("a.yaml", "title: t\nscript: pass\nsteps: [run]\n");
  CHECK(world.Run({"explain", "a.yaml"}) == 0);
  CHECK(world.out == "t\na.yaml · documented\n\nno cached call\n");
}

TEST_CASE("what explain cannot explain it says") {
  CommandWorld world = WorldWith("cleared");
  CHECK(world.Run({"explain", "cleared.yaml", "--run", "9"}) == 2);
  CHECK(world.err == "cleared.yaml: error: there is no run 9\n    = it has 3 runs\n");
  CHECK(world.Run({"explain", "cleared.yaml", "--function", "lod"}) == 2);
  CHECK(world.err ==
        "cleared.yaml: error: no cached function `lod` is called\n    = did you mean `load`?\n");
  CHECK(world.out.empty());
  world.files.AddFile("b.yaml", "title: t\nscript: pass\nprofiles: [documented]\nsteps: [run]\n");
  CHECK(world.Run({"explain", "b.yaml", "--profile", "streamlit-1.18"}) == 2);
  CHECK(world.err == "b.yaml: error: this scenario does not have the profile `streamlit-1.18`\n");
}

TEST_CASE("labels cannot drive the terminal, and colour goes to one") {
  CommandWorld world;
  world.files.AddFile("a.yaml",
                      "title: t\n"
                      "script: |\n"
                      "  import streamlit as st\n"
                      "  @st.cache_data(experimental_allow_widgets=True)\n"
                      "  def f():\n"
                      "      st.checkbox('\\x1b[31mred')\n"
                      "  f()\n"
                      "steps: [run, run]\n");
  CHECK(world.Run({"explain", "a.yaml", "--run", "2"}) == 0);
  CHECK(world.out.find('\x1b') == std::string::npos);
  CHECK(world.out.find("checkbox `\\x1b[31mred` = False") != std::string::npos);
  world.is_terminal = true;
  CHECK(world.Run({"explain", "a.yaml", "--run", "2"}) == 0);
  CHECK(world.out.find("\x1b[32mhit \x1b[0m") != std::string::npos);
}

}  // namespace
}  // namespace streplay
