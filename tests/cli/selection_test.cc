// The options that choose scenarios, through `list`, `check`, `compare` and `coverage`.
#include "cli/selection.h"

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

std::string ScenarioText(const std::string& title, const std::string& rest) {
  return "title: " + title + "\n" + rest + "script: \"print(1)\"\nsteps: [run]\n";
}

// Five scenarios: cache/a and cache/b, forms/a, forms/b, plain.
CommandWorld World() {
  CommandWorld world;
  auto add = [&](const std::string& id, const std::string& title, const std::string& rest) {
    world.files.AddFile("scenarios/" + id + ".yaml", ScenarioText(title, rest));
  };
  add("cache/a", "A hit", "tags: [cache, fast]\ncovers: [replay.static]\n");
  add("cache/b", "A miss", "tags: [cache]\ncovers: [replay.command.text, clear.all]\n");
  add("forms/a", "A form", "tags: [forms]\ncovers: [widgets.form]\n");
  add("forms/b", "A form in a cache", "tags: [forms, cache]\n");
  add("plain", "Nothing special", "");
  world.files.AddFile("specs/rules.yaml",
                      "- id: replay.static\n- id: replay.command.text\n- id: clear.all\n"
                      "- id: widgets.form\n- id: widgets.lone\n");
  return world;
}

// The ids that are listed, or the error; and the exit code when it is not 0.
std::string Listed(CommandWorld& world, std::vector<std::string> options) {
  options.insert(options.begin(), {"list", "--format", "paths", "scenarios"});
  int exit_code = world.Run(options);
  std::string text;
  for (size_t begin = 0; begin < world.out.size();) {
    size_t end = world.out.find(".yaml\n", begin);
    size_t id = begin + std::string("scenarios/").size();
    text += (text.empty() ? "" : " ") + world.out.substr(id, end - id);
    begin = end + 6;
  }
  text += world.err;
  return exit_code == 0 ? text : std::to_string(exit_code) + " " + text;
}

std::string Listed(std::vector<std::string> options) {
  CommandWorld world = World();
  return Listed(world, std::move(options));
}

TEST_CASE("an option that may be given again takes one word, and a path may follow it") {
  CommandWorld world = World();
  CHECK(world.Run(
            {"list", "--rule", "clear.all", "--tag", "cache", "scenarios", "--format=paths"}) == 0);
  CHECK(world.out == "scenarios/cache/b.yaml\n");
  CHECK(Listed({"--tag", "[cache,forms]"}) ==
        "4 streplay: none of the 5 scenarios is left: `--tag [cache,forms]` leaves none\n"
        "  = no scenario has the tag `[cache,forms]`\n");
}

TEST_CASE("scenarios are chosen by words, tags and rules") {
  CHECK(Listed({}) == "cache/a cache/b forms/a forms/b plain");
  CHECK(Listed({"-k", "cache"}) == "cache/a cache/b forms/b");
  CHECK(Listed({"-k", "cache and not form"}) == "cache/a cache/b");
  CHECK(Listed({"-k", "'a form'"}) == "forms/a forms/b");
  CHECK(Listed({"-k", "not (cache or form)"}) == "plain");
  CHECK(Listed({"--tag", "fast"}) == "cache/a");
  CHECK(Listed({"--tag", "fast", "--tag", "forms"}) == "cache/a forms/a forms/b");
  CHECK(Listed({"--tag", "forms", "-k", "cache"}) == "forms/b");
  CHECK(Listed({"--rule", "replay.static"}) == "cache/a");
  CHECK(Listed({"--rule", "replay."}) == "cache/a cache/b");
  CHECK(Listed({"--rule", "replay.*"}) == "cache/a cache/b");
  CHECK(Listed({"--rule", "re*"}) == "cache/a cache/b");
  CHECK(Listed({"--rule", "*"}) == "cache/a cache/b forms/a");
  CHECK(Listed({"--rule", "clear.all", "--rule", "widgets.form"}) == "cache/b forms/a");
}

TEST_CASE("a tag is a whole word, a rule a whole id") {
  CHECK(Listed({"--tag", "cach", "--tag", "form", "--tag", "plain"}).starts_with("4 "));
  CHECK(Listed({"--rule", "replay"}) == "2 streplay: there is no rule `replay`\n");
}

TEST_CASE("a rule that is not there is a mistake, unless nobody says which there are") {
  CHECK(Listed({"--rule", "replay.statc"}) ==
        "2 streplay: there is no rule `replay.statc`\n  = did you mean `replay.static`?\n");
  CHECK(Listed({"--rule", "replay.*", "--rule", "nothing.*"}) ==
        "2 streplay: there is no rule `nothing.*`\n");
  CHECK(Listed({"--rule", "a*b"}) ==
        "2 streplay: --rule takes the id of a rule, or what ids begin with and a `.` or `*`, "
        "not `a*b`\n");
  CHECK(Listed({"--rule", ""}).starts_with("2 streplay: --rule takes the id of a rule"));
  CommandWorld world = World();
  world.files.Remove("specs/rules.yaml");
  CHECK(Listed(world, {"--rule", "replay.statc", "--rule", "clear.all"}) == "cache/b");
}

TEST_CASE("when nothing is left, the message says which option left how many") {
  CHECK(Listed({"-k", "cache", "--tag", "forms", "--rule", "clear.all"}) ==
        "4 streplay: none of the 5 scenarios is left: `-k cache` leaves 3, `--tag forms` leaves "
        "1, `--rule clear.all` leaves none\n");
  CHECK(Listed({"--rule", "widgets.lone"}) ==
        "4 streplay: none of the 5 scenarios is left: `--rule widgets.lone` leaves none\n");
  CHECK(Listed({"--tag", "form", "--tag", "slow"}) ==
        "4 streplay: none of the 5 scenarios is left: `--tag form --tag slow` leaves none\n"
        "  = no scenario has the tag `form`; did you mean `forms`?\n");
  CHECK(Listed({"--tag", "\x1b[31m"}) ==
        "4 streplay: none of the 5 scenarios is left: `--tag \\x1b[31m` leaves none\n"
        "  = no scenario has the tag `\\x1b[31m`\n");
  CHECK(Listed({"--shard", "6/6"}) ==
        "4 streplay: none of the 5 scenarios is left: `--shard 6/6` leaves none\n");
}

TEST_CASE("a wrong expression is a mistake of usage") {
  CHECK(Listed({"-k", "cache and"}) ==
        "2 -k:1:10: error: a word is missing at the end\n"
        "  1 | cache and\n"
        "    |          ^\n");
}

TEST_CASE("a file that cannot be loaded stays") {
  CommandWorld world = World();
  world.files.AddFile("scenarios/broken.yaml", "title: 1\n");
  CHECK(world.Run({"check", "scenarios", "-u", "-k", "nothing-like-it"}) == 2);
  CHECK(world.out.find("✗ scenarios/broken.yaml invalid\n") != std::string::npos);
  CHECK(world.out.find("(1 scenario, ") != std::string::npos);
}

TEST_CASE("shards are cut from what is left") {
  CHECK(Listed({"--shard", "1/2"}) == "cache/a forms/a plain");
  CHECK(Listed({"--shard", "2/2"}) == "cache/b forms/b");
  CHECK(Listed({"--shard", "2/2", "-k", "cache"}) == "cache/b");
  CHECK(Listed({"--shard", "3/2"}) ==
        "2 streplay: --shard takes M/N or hash:M/N with M from 1 to N, not `3/2`\n");
}

TEST_CASE("a shard by hash keeps its scenarios when others come and go") {
  CommandWorld world = World();
  std::string first = Listed(world, {"--shard", "hash:1/2"});
  std::string second = Listed(world, {"--shard", "hash:2/2"});
  CHECK(first == "cache/a forms/b plain");
  CHECK(second == "cache/b forms/a");
  world.files.AddFile("scenarios/another.yaml", ScenarioText("Another", ""));
  world.files.Remove("scenarios/cache/a.yaml");
  std::string both =
      Listed(world, {"--shard", "hash:1/2"}) + " | " + Listed(world, {"--shard", "hash:2/2"});
  CHECK(both == "another forms/b plain | cache/b forms/a");
}

TEST_CASE("check, compare and coverage choose in the same way") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "-u", "--tag", "forms"}) == 0);
  CHECK(world.out.find("(2 scenarios, ") != std::string::npos);
  CHECK(world.Run({"compare", "scenarios", "--rule", "clear.*"}) == 0);
  CHECK(world.out.find("1 scenario") != std::string::npos);
  CHECK(world.Run({"coverage", "scenarios", "-k", "hit", "--fail-under", "0"}) == 0);
  CHECK(world.out.find("scenarios      1  (0 without a rule)\n") != std::string::npos);
  for (const char* command : {"check", "compare", "coverage", "list"}) {
    CHECK(world.Run({command, "scenarios", "-k", "a b"}) == 2);
    CHECK(world.Run({command, "scenarios", "-k", "nowhere"}) == 4);
    CHECK(world.err == "streplay: none of the 5 scenarios is left: `-k nowhere` leaves none\n");
    CHECK(world.Run({command, "specs"}) == 2);
  }
}

}  // namespace
}  // namespace streplay
