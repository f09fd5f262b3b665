#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

CommandWorld World() {
  CommandWorld world;
  world.files.AddFile("scenarios/sub/b.yaml",
                      "title: \"A \\\"second\\\" title\"\ncovers: [r.one, r.two]\n"
                      "tags: [x, y]\nprofiles: [documented]\nscript: \"\"\nsteps: [run]\n");
  world.files.AddFile("scenarios/a.yaml",
                      "title: \"First \\e[31m\"\ncovers: [r.two]\nscript: \"\"\nsteps: [run]\n");
  world.files.AddFile("specs/rules.yaml",
                      "- id: r.one\n  source: A heading\n  text: The first rule.\n"
                      "- id: r.two\n  level: may\n"
                      "- id: r.lonely\n");
  return world;
}

TEST_CASE("scenarios are listed by id and title") {
  CommandWorld world = World();
  CHECK(world.Run({"list", "scenarios"}) == 0);
  CHECK(world.out ==
        "a      First \\x1b[31m\n"
        "sub/b  A \"second\" title\n"
        "2 scenarios\n");
}

TEST_CASE("with -v their path, profiles, tags and rules are listed, too") {
  CommandWorld world = World();
  CHECK(world.Run({"list", "-v", "scenarios"}) == 0);
  CHECK(world.out ==
        "a  First \\x1b[31m\n"
        "    path      scenarios/a.yaml\n"
        "    profiles  documented, streamlit-1.18\n"
        "    rules     r.two\n"
        "sub/b  A \"second\" title\n"
        "    path      scenarios/sub/b.yaml\n"
        "    profiles  documented\n"
        "    tags      x, y\n"
        "    rules     r.one, r.two\n"
        "2 scenarios\n");
}

TEST_CASE("for programs scenarios are JSON or paths") {
  CommandWorld world = World();
  CHECK(world.Run({"list", "scenarios", "--format=json"}) == 0);
  CHECK(world.out ==
        "{\"format\":1,\"scenarios\":["
        "{\"id\":\"a\",\"path\":\"scenarios/a.yaml\",\"title\":\"First \\u001b[31m\","
        "\"profiles\":[\"documented\",\"streamlit-1.18\"],\"tags\":[],\"rules\":[\"r.two\"]},"
        "{\"id\":\"sub/b\",\"path\":\"scenarios/sub/b.yaml\",\"title\":\"A \\\"second\\\" title\","
        "\"profiles\":[\"documented\"],\"tags\":[\"x\",\"y\"],\"rules\":[\"r.one\",\"r.two\"]}"
        "]}\n");
  CHECK(world.Run({"list", "scenarios", "--format=paths"}) == 0);
  CHECK(world.out == "scenarios/a.yaml\nscenarios/sub/b.yaml\n");
  CHECK(world.Run({"list", "scenarios", "--format=paths", "--tag", "y"}) == 0);
  CHECK(world.out == "scenarios/sub/b.yaml\n");
}

TEST_CASE("rules are listed with the scenarios that cover them") {
  CommandWorld world = World();
  CHECK(world.Run({"list", "--rules", "scenarios"}) == 0);
  CHECK(world.out ==
        "r.one     must  1 scenario\n"
        "r.two     may   2 scenarios\n"
        "r.lonely  must  0 scenarios\n"
        "3 rules\n");
  CHECK(world.Run({"list", "--rules", "scenarios", "-v", "-k", "second"}) == 0);
  CHECK(world.out ==
        "r.one     must  1 scenario\n"
        "    source    A heading\n"
        "    text      The first rule.\n"
        "    scenarios sub/b\n"
        "r.two     may   1 scenario\n"
        "    scenarios sub/b\n"
        "r.lonely  must  0 scenarios\n"
        "3 rules\n");
  CHECK(world.Run({"list", "--rules", "scenarios", "--format", "json"}) == 0);
  CHECK(
      world.out ==
      "{\"format\":1,\"rules\":["
      "{\"id\":\"r.one\",\"level\":\"must\",\"source\":\"A heading\",\"text\":\"The first rule.\","
      "\"scenarios\":[\"sub/b\"]},"
      "{\"id\":\"r.two\",\"level\":\"may\",\"source\":\"\",\"text\":\"\","
      "\"scenarios\":[\"a\",\"sub/b\"]},"
      "{\"id\":\"r.lonely\",\"level\":\"must\",\"source\":\"\",\"text\":\"\",\"scenarios\":[]}"
      "]}\n");
}

TEST_CASE("commands are listed from the registry") {
  CommandWorld world;
  CHECK(world.Run({"list", "--commands"}) == 0);
  CHECK(world.out.find("\nst.checkbox                       widget\n") != std::string::npos);
  CHECK(world.out.find("  cache  deprecated, use st.cache_data\n") != std::string::npos);
  CHECK(world.out.find("\nNot modelled:\n") != std::string::npos);
  CHECK(world.Run({"list", "--commands", "--format", "json"}) == 0);
  CHECK(world.out.starts_with("{\"format\":1,\"commands\":[{\"name\":\""));
  CHECK(world.out.find("{\"name\":\"st.checkbox\",\"category\":\"widget\"}") != std::string::npos);
  CHECK(world.out.find("{\"name\":\"st.experimental_memo\",\"category\":\"cache\","
                       "\"replaced_by\":\"st.cache_data\"}") != std::string::npos);
}

TEST_CASE("a scenario with a mistake is told, and the others are listed") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/broken.yaml", "title: x\nsteps: [run]\n");
  CHECK(world.Run({"list", "scenarios"}) == 2);
  CHECK(world.err == "scenarios/broken.yaml: error: the scenario has no `script`\n");
  CHECK(world.out ==
        "a      First \\x1b[31m\n"
        "sub/b  A \"second\" title\n"
        "2 scenarios\n");
}

TEST_CASE("what makes no sense together is refused") {
  auto error = [](std::vector<std::string> arguments) {
    CommandWorld world = World();
    arguments.insert(arguments.begin(), "list");
    CHECK(world.Run(arguments) == 2);
    CHECK(world.out.empty());
    return world.err;
  };
  const std::string hint = "\n  = see `streplay list --help`\n";
  CHECK(error({}) == "streplay: PATH is required" + hint);
  CHECK(error({"--rules"}) == "streplay: PATH is required" + hint);
  CHECK(error({"--rules", "--commands"}) ==
        "streplay: --rules and --commands are two lists" + hint);
  CHECK(error({"--commands", "scenarios"}) == "streplay: --commands takes no PATH" + hint);
  CHECK(error({"--rules", "scenarios", "--format", "paths"}) ==
        "streplay: --format paths is about scenarios" + hint);
}

}  // namespace
}  // namespace streplay
