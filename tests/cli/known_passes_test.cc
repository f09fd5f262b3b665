#include "cli/known_passes.h"

#include <atomic>

#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kState = ".streplay/passed.jsonl";

std::string Name(int i) {
  return "scenarios/" + std::to_string(100 + i) + ".yaml";
}

std::string Scenario(int i, const std::string& rest = "") {
  return "title: Number " + std::to_string(i) +
         "\nprofiles: [documented]\nscript: \"print(1)\"\nsteps: [run" + rest + "]\n";
}

// Scenarios with goldens, and how many of them the last command has run.
struct Corpus {
  explicit Corpus(int count) {
    world.program_identity = "one";
    world.simulate = [this](const streplay::Scenario& scenario, const Profile& profile) {
      ++simulated;
      return FakeSimulate(scenario, profile);
    };
    for (int i = 0; i < count; ++i) world.files.AddFile(Name(i), Scenario(i));
    world.Run({"scenarios", "-u"});
  }

  int Check(std::vector<std::string> options = {}) {
    simulated = 0;
    options.insert(options.begin(), "scenarios");
    return world.Run(options);
  }

  CommandWorld world;
  std::atomic<int> simulated = 0;
};

TEST_CASE("what passed is not run again while nothing has changed") {
  Corpus corpus(100);
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
  CHECK(corpus.world.out ==
        "100 passed  (100 scenarios, 100 of them unchanged since they passed, 100 runs, 600 "
        "records)\n");
}

TEST_CASE("the same is reported of it as if it had run") {
  Corpus corpus(100);
  for (const char* format : {"junit", "json", "tap", "markdown"}) {
    CHECK(corpus.Check({"--report", format, "--again"}) == 0);
    CHECK(corpus.simulated == 100);
    std::string run = corpus.world.out;
    CHECK(corpus.Check({"--report", format}) == 0);
    CHECK(corpus.simulated == 0);
    std::string known = corpus.world.out;
    const std::string told = "100 of them unchanged since they passed, ";
    if (size_t at = known.find(told); at != std::string::npos) known.erase(at, told.size());
    CHECK(known == run);
  }
}

TEST_CASE("what changed is checked, and fails when it is wrong") {
  Corpus corpus(100);
  corpus.world.files.AddFile(Name(7), Scenario(7, ", expect: {status: limit}"));
  CHECK(corpus.Check() == 1);
  CHECK(corpus.simulated == 1);
  CHECK(corpus.Check() == 1);
  CHECK(corpus.simulated == 1);
  corpus.world.files.AddFile(Name(7), Scenario(7));
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 1);
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
}

TEST_CASE("a golden that changed is compared") {
  Corpus corpus(100);
  const std::string golden = "golden/documented/103.jsonl";
  const std::string text = corpus.world.files.Text(golden);
  corpus.world.files.AddFile(golden, text + "{\"op\":\"run\"}\n");
  CHECK(corpus.Check() != 0);
  CHECK(corpus.simulated == 1);
  corpus.world.files.Remove(golden, corpus.world.err);
  CHECK(corpus.Check() != 0);
  CHECK(corpus.simulated == 1);
}

TEST_CASE("a pending golden that has become needless is taken away") {
  Corpus corpus(100);
  const std::string pending = "golden/documented/103.jsonl.pending";
  corpus.world.files.AddFile(pending, "{}\n");
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 1);
  CHECK(corpus.world.files.Text(pending) == "(missing)");
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
}

TEST_CASE("what a check that may stop early has written is known, too") {
  Corpus corpus(100);
  corpus.world.files.AddFile(Name(7), Scenario(7, ", run"));
  CHECK(corpus.Check({"-u", "--max-fail", "3"}) == 0);
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
}

TEST_CASE("a script that a scenario names counts") {
  Corpus corpus(100);
  corpus.world.files.AddFile("scenarios/app.py", "print(1)\n");
  corpus.world.files.AddFile(
      Name(5), "title: T\nprofiles: [documented]\nscript: {file: app.py}\nsteps: [run]\n");
  corpus.Check({"-u"});
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
  corpus.world.files.AddFile("scenarios/app.py", "print(1)\n\n");
  corpus.Check();
  CHECK(corpus.simulated == 1);
}

TEST_CASE("another program knows nothing, nor does one under other rules") {
  Corpus corpus(100);
  corpus.world.program_identity = "two";
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 100);
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 0);
  corpus.world.files.AddFile("specs/rules.yaml", "rules: []\n");
  corpus.Check();
  CHECK(corpus.simulated == 100);
}

TEST_CASE("nothing is known or kept in CI, of one profile, of goldens elsewhere, of a few") {
  Corpus corpus(100);
  corpus.world.variables["CI"] = "true";
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 100);
  corpus.world.variables.clear();
  CHECK(corpus.Check({"--profile", "documented"}) == 0);
  CHECK(corpus.simulated == 100);
  corpus.Check({"--golden", "elsewhere"});
  CHECK(corpus.simulated == 100);

  Corpus few(99);
  CHECK(few.Check() == 0);
  CHECK(few.simulated == 99);
  CHECK(few.world.files.Text(kState) == "(missing)");
}

TEST_CASE("whatever is wrong with the file, it only counts as not being there") {
  Corpus corpus(100);
  const std::string text = corpus.world.files.Text(kState);
  const size_t second = text.find('\n') + 1;
  for (const std::string& broken :
       {std::string("{}"), text.substr(0, second / 2), text.substr(second),
        text.substr(0, second) + "{\"scenario\":\"scenarios/100.yaml\",\"read\":3}\n"}) {
    corpus.world.files.AddFile(kState, broken);
    CHECK(corpus.Check() == 0);
    CHECK(corpus.simulated == 100);
    CHECK(corpus.world.files.Text(kState) == text);
  }
  corpus.world.files.AddFile(kState, text.substr(0, text.size() - 20));
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 1);
}

TEST_CASE("scenarios that are gone are forgotten when the file is next written") {
  Corpus corpus(101);
  std::string error;
  corpus.world.files.Remove(Name(3), error);
  corpus.world.files.Remove("golden/documented/103.jsonl", error);
  corpus.world.files.AddFile(Name(4), Scenario(4) + "\n");
  CHECK(corpus.Check() == 0);
  CHECK(corpus.simulated == 1);
  CHECK(corpus.world.files.Text(kState).find("103.yaml") == std::string::npos);
}

}  // namespace
}  // namespace streplay
