#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kScenario =
    "title: A title\n"
    "profiles: [documented]\n"
    "script: \"print(1)\"\n"
    "steps:\n"
    "  - run\n"
    "  - run\n";

// One scenario that passes, one whose golden says something else.
CommandWorld World() {
  CommandWorld world;
  world.variables["CI"] = "1";
  world.files.AddFile("scenarios/a.yaml", kScenario);
  world.files.AddFile("scenarios/b.yaml", kScenario);
  world.Run({"scenarios", "-u"});
  std::string golden = world.files.Text("golden/documented/b.jsonl");
  size_t at = golden.find("A title");
  world.files.AddFile("golden/documented/b.jsonl", golden.replace(at, 1, "B"));
  return world;
}

constexpr const char* kTerminal =
    "✗ scenarios/b.yaml documented failed  A title\n"
    "  run 1 · run  scenarios/b.yaml:5\n"
    "    markdown at [0,2]: `body` differs  golden/documented/b.jsonl:6\n"
    "      expected  \"B title\"\n"
    "      got       \"A title\"\n"
    "1 passed, 1 failed  (2 scenarios, 4 runs, 24 records)\n"
    "If the new streams are right, take them as goldens: streplay check --update=changed\n";

constexpr const char* kGithub =
    "::error file=scenarios/b.yaml,line=5,col=5,title=scenarios/b.yaml documented::"
    "run 1 · run: markdown at [0,2]: `body` differs%0Aexpected  \"B title\"%0A"
    "got       \"A title\"%0Agolden  golden/documented/b.jsonl:6\n";

TEST_CASE("a report to a file leaves the terminal its own") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--report", "github:out/deep/r.txt", "--report=tap:t.tap"}) == 1);
  CHECK(world.out == kTerminal);
  CHECK(world.files.Text("out/deep/r.txt") == kGithub);
  CHECK(
      world.files.Text("t.tap").starts_with("TAP version 14\nok 1 - scenarios/a.yaml documented\n"
                                            "not ok 2 - scenarios/b.yaml documented\n  ---\n"));
}

TEST_CASE("a report to standard output takes the terminal's place") {
  CommandWorld world = World();
  for (const char* word : {"github", "github:-"}) {
    CHECK(world.Run({"scenarios", "--report", word}) == 1);
    CHECK(world.out == kGithub);
    CHECK(world.err.empty());
  }
  CHECK(world.Run({"scenarios", "--report", "terminal", "--report", "github"}) == 1);
  CHECK(world.out.find(kGithub) != std::string::npos);
  CHECK(world.out.ends_with("--update=changed\n"));
}

TEST_CASE("the terminal's report in a file has no colours") {
  CommandWorld world = World();
  CHECK(world.Run({"scenarios", "--color=always", "--report", "terminal:log.txt"}) == 1);
  CHECK(world.files.Text("log.txt") == kTerminal);
  CHECK(world.out.find("\x1b[31m") != std::string::npos);
}

TEST_CASE("an unknown format, or two reports in one place, are mistakes") {
  CommandWorld world = World();
  auto error = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "scenarios");
    CHECK(world.Run(std::move(words)) == 2);
    CHECK(world.out.empty());
    return world.err;
  };
  CHECK(error({"--report", "junti:x.xml"}) ==
        "streplay: unknown report format `junti`\n  = did you mean `junit`?\n");
  CHECK(error({"--report", "pdf"}) ==
        "streplay: unknown report format `pdf`\n"
        "  = one of terminal, json, junit, tap, github, markdown, html\n");
  CHECK(error({"--report", "json:"}) == "streplay: `--report json:` names no file\n");
  CHECK(error({"--report", "json", "--report", "tap:-"}) ==
        "streplay: two reports would go to standard output\n"
        "  = give each a file: `--report FORMAT:FILE`\n");
  CHECK(error({"--report", "json:x", "--report", "tap:x"}) ==
        "streplay: two reports would go to `x`\n"
        "  = give each a file: `--report FORMAT:FILE`\n");
  CHECK(error({"--report"}).find("--report") != std::string::npos);
}

TEST_CASE("a report that cannot be written is an error") {
  CommandWorld world = World();
  world.files.AddLink("link");
  CHECK(world.Run({"scenarios", "--report", "json:link"}) == 2);
  CHECK(world.err == "streplay: the report `link` cannot be written: it is a link\n");
  world.files.AddFile("folder/x", "");
  CHECK(world.Run({"scenarios", "--report", "json:folder"}) == 2);
  CHECK(world.err == "streplay: the report `folder` cannot be written: it is no plain file\n");
  world.files.FailFrom(world.files.changes() + 1);
  CHECK(world.Run({"scenarios", "--report", "json:r.json"}) == 2);
  CHECK(world.err == "streplay: the report `r.json` cannot be written: No space left on device\n");
  CHECK(world.files.Text("r.json") == "(missing)");
}

TEST_CASE("an earlier report is rendered again as the check did, in any format") {
  CommandWorld world = World();
  world.Run({"scenarios", "--report", "json:r.json"});
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"report", "show", "r.json"},
        {"report", "r.json"},
        {"report", "merge", "r.json"}}) {
    CHECK(world.Run(words) == 1);
    CHECK(world.out == kTerminal);
  }
  for (const char* format : {"json", "junit", "tap", "github", "markdown", "html"}) {
    CHECK(world.Run({"scenarios", "--report", format}) == 1);
    std::string now = world.out;
    CHECK(world.Run({"report", "r.json", "--report", format}) == 1);
    CHECK(world.out == now);
  }
  CHECK(world.Run({"report", "show", "r.json", "-v"}) == 1);
  CHECK(world.out.starts_with("✓ scenarios/a.yaml documented  A title\n"));
}

TEST_CASE("the exit code is that of the check") {
  CommandWorld world = World();
  world.Run({"scenarios/a.yaml", "--report", "json:good.json"});
  CHECK(world.Run({"report", "good.json"}) == 0);
  world.Run({"scenarios/a.yaml", "--profile=streamlit-1.18", "--report", "json:none.json"});
  CHECK(world.Run({"report", "none.json"}) == 4);
  world.files.AddFile("scenarios/c.yaml", "title: only\n");
  world.Run({"scenarios", "--report", "json:invalid.json"});
  std::string out = world.out;
  CHECK(world.Run({"report", "invalid.json"}) == 2);
  CHECK(world.out == out);
}

TEST_CASE("reports of parts are merged") {
  CommandWorld world = World();
  world.Run({"scenarios/b.yaml", "--report", "json:b.json"});
  world.Run({"scenarios/a.yaml", "--report", "json:a.json"});
  CHECK(world.Run({"report", "merge", "b.json", "a.json", "--report", "json:all.json"}) == 1);
  CHECK(world.out == kTerminal);
  world.Run({"scenarios/a.yaml", "scenarios/b.yaml", "--report", "json:whole.json"});
  CHECK(world.files.Text("all.json") == world.files.Text("whole.json"));
  CHECK(world.Run({"report", "merge", "a.json", "a.json"}) == 2);
  CHECK(world.err == "a.json: error: it holds scenarios/a.yaml documented, and so does a.json\n");
}

TEST_CASE("what is no report is told, of all files at once") {
  CommandWorld world = World();
  world.files.AddFile("no.json", "{}");
  CHECK(world.Run({"report", "merge", "no.json", "nowhere.json"}) == 2);
  CHECK(world.out.empty());
  CHECK(world.err ==
        "no.json: error: no report: `streplay_report` is missing\n"
        "    = a report is what `streplay check --report json:FILE` writes\n"
        "nowhere.json: error: cannot be read: No such file or directory\n");
  CHECK(world.Run({"report", "show"}) == 2);
  CHECK(world.err == "streplay: a report's FILE is required\n  = see `streplay report --help`\n");
  CHECK(world.Run({"report", "a.json", "b.json"}) == 2);
  CHECK(world.err ==
        "streplay: unexpected argument `b.json`\n"
        "  = several reports become one with `streplay report merge`\n");
}

TEST_CASE("on a terminal there is a progress line, unless it cannot go back") {
  CommandWorld world = World();
  world.is_terminal = true;
  world.variables["NO_COLOR"] = "1";
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out.starts_with("\r1/2   50%  scenarios/a.yaml\x1b[K\r\x1b[K✗ scenarios/b.yaml"));
  CHECK(world.out.find("\x1b[K\r\x1b[K1 passed, 1 failed  (") != std::string::npos);
  world.variables["TERM"] = "dumb";
  CHECK(world.Run({"scenarios"}) == 1);
  CHECK(world.out == kTerminal);
}

}  // namespace
}  // namespace streplay
