#include "support/catch.h"
#include "support/command_world.h"
#include "support/memory_adapter.h"

namespace streplay {
namespace {

// A corpus of small scenarios whose script is a comment with their name, and an adapter for it.
struct ConformWorld : CommandWorld {
  MemoryAdapter adapter;

  ConformWorld() { start_program = adapter.Starter(); }

  void AddScenario(const std::string& name, const std::string& more = "") {
    files.AddFile("scenarios/" + name + ".yaml",
                  "title: The title\nscript: \"# " + name + "\"\nsteps: [run]\n" + more);
  }
  // What the stand-in for the model shows, but for `body`.
  void Answer(const std::string& name, const std::string& body = "The title") {
    adapter.answers["# " + name] =
        R"("stream":[{"op":"run","run":1,"session":"main","cause":"run"},)"
        R"({"op":"element","path":[0,0],"type":"empty","fields":{}},)"
        R"({"op":"element","path":[0,1],"type":"checkbox","widget":"w","fields":)"
        R"({"label":"Negate","default":false,"unlisted":1}},)"
        R"({"op":"element","path":[0,2],"type":"markdown","fields":{"body":")" +
        body + R"("}},{"op":"end","run":1,"status":"ok"}])";
  }
  int Conform(std::vector<std::string> arguments) {
    std::vector<std::string> words = {"conform", "--adapter", "fake"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return Run(words);
  }
};

constexpr const char* kHeading = "fake 2.0, protocol 1, against the profile streamlit-1.18\n";

TEST_CASE("a case passes when what it shows is equal up to widget ids and unlisted fields") {
  ConformWorld world;
  world.AddScenario("a");
  world.AddScenario("b");
  world.Answer("a");
  world.Answer("b");
  CHECK(world.Conform({"scenarios"}) == 0);
  CHECK(world.out == std::string(kHeading) + "2 pass  (2 scenarios, 2 runs)\n");
  CHECK(world.err.empty());
  CHECK(world.Conform({"scenarios/a.yaml", "-v", "--profile", "documented"}) == 0);
  CHECK(world.out ==
        "fake 2.0, protocol 1, against the profile documented\n"
        "pass  scenarios/a.yaml  The title\n"
        "1 pass  (1 scenario, 1 run)\n");
}

TEST_CASE(
    "each failure is shown with both sides, the rules, standard error and a way to repeat it") {
  ConformWorld world;
  world.AddScenario("a", "covers: [x.one, x.two]\n");
  world.Answer("a", "Another\\u001b");
  world.adapter.errors = "warned\nt\x1bwice\n";
  CHECK(world.Conform({"scenarios", "--budget=2s"}) == 1);
  CHECK(world.out ==
        std::string(kHeading) +
            "mismatch  scenarios/a.yaml  The title\n"
            "  run 1 · run  scenarios/a.yaml:3\n"
            "    markdown at [0,2]: `body` differs\n"
            "      model    \"The title\"\n"
            "      adapter  \"Another\\u001b\"\n"
            "  rules x.one x.two\n"
            "  standard error:\n"
            "    warned\n"
            "    t\\x1bwice\n"
            "  again: streplay conform --adapter fake --profile streamlit-1.18 -v --budget 2s "
            "scenarios/a.yaml\n"
            "1 mismatch  (1 scenario, 1 run)\n");
}

TEST_CASE("every outcome has its name, and what is skipped does not fail") {
  ConformWorld world;
  for (const char* name : {"a", "b", "c", "d", "e", "f"}) world.AddScenario(name);
  world.AddScenario("g", "profiles: [documented]\n");
  world.Answer("a");
  world.adapter.answers["# b"] = "crash";
  world.adapter.answers["# c"] = "hang";
  world.adapter.answers["# d"] = R"("stream":1)";
  world.adapter.answers["# e"] = R"("error":{"phase":"interact","message":"no"})";
  CHECK(world.Conform({"scenarios", "-j1"}) == 1);
  std::string again = "  again: streplay conform --adapter fake --profile streamlit-1.18 -v ";
  CHECK(world.out == std::string(kHeading) +
                         "crash  scenarios/b.yaml  The title\n"
                         "  crash: signal SIGSEGV before its answer\n" +
                         again +
                         "scenarios/b.yaml\n"
                         "timeout  scenarios/c.yaml  The title\n"
                         "  timeout: no whole line within 10 s\n" +
                         again +
                         "scenarios/c.yaml\n"
                         "protocol-error  scenarios/d.yaml  The title\n"
                         "  protocol-error: `stream` must be a list of records\n" +
                         again +
                         "scenarios/d.yaml\n"
                         "rejected  scenarios/e.yaml  The title\n"
                         "  rejected: interact: no\n" +
                         again +
                         "scenarios/e.yaml\n"
                         "1 pass, 1 rejected, 1 timeout, 1 crash, 1 protocol-error, 1 skipped  "
                         "(6 scenarios, 1 run, 4 restarts)\n");
  std::string one = world.out;
  CHECK(world.Conform({"scenarios", "-j1"}) == 1);
  CHECK(world.out == one);
}

TEST_CASE("an adapter that does not come up or breaks too often is given up") {
  ConformWorld world;
  world.AddScenario("a");
  world.AddScenario("b");
  world.AddScenario("c");
  CHECK(world.Run({"conform", "--adapter", "nothing", "scenarios"}) == 5);
  CHECK(world.out ==
        "the adapter failed  crash: no process can be started: No such file or directory\n");
  world.adapter.hello = R"({"protocol":9})";
  CHECK(world.Conform({"scenarios"}) == 5);
  CHECK(world.out ==
        "the adapter failed  unsupported-version: it speaks protocol 9, this streplay speaks 1\n");
  world.adapter.hello = MemoryAdapter().hello;
  world.adapter.answers["# a"] = world.adapter.answers["# b"] = "crash";
  for (const char* jobs : {"-j1", "-j3"}) {
    CHECK(world.Conform({"scenarios", "--max-restarts=1", jobs}) == 5);
    CHECK(
        world.out.ends_with("the adapter failed  crash: it had to be started anew more than 1 "
                            "times\n"));
    CHECK(world.out.find("scenarios/c.yaml") == std::string::npos);
  }
}

TEST_CASE("what ran and how it is asked for decide the other exit codes") {
  ConformWorld world;
  world.AddScenario("a", "profiles: [documented]\n");
  CHECK(world.Conform({"scenarios"}) == 4);
  CHECK(world.out == std::string(kHeading) + "nothing ran  (0 scenarios, 0 runs)\n");
  CHECK(world.Run({"conform", "scenarios"}) == 2);
  CHECK(world.err == "streplay: --adapter is needed: the command that starts the adapter\n");
  CHECK(world.Conform({"scenarios", "--budget=soon"}) == 2);
  CHECK(world.Conform({"scenarios", "--budget=0s"}) == 2);
  CHECK(world.err == "streplay: --budget: it must be at least 1ms\n");
  CHECK(world.Conform({"nowhere"}) == 2);
  CHECK(world.Conform({"scenarios", "--expectations=none.txt"}) == 2);
  CHECK(world.err == "none.txt: error: cannot be read: No such file or directory\n");
  CHECK(world.Conform({"scenarios", "--fix-expectations"}) == 2);
  world.files.AddFile("scenarios/b.yaml", "title: 1\n");
  world.AddScenario("c");
  world.Answer("c");
  CHECK(world.Conform({"scenarios"}) == 2);
  CHECK(world.out == std::string(kHeading) +
                         "invalid  scenarios/b.yaml\n1 pass, 1 invalid  (2 "
                         "scenarios, 1 run)\n");
}

TEST_CASE("a list must hold in every way") {
  ConformWorld world;
  for (const char* name : {"a", "b", "c", "d", "e"}) world.AddScenario(name);
  for (const char* name : {"a", "b", "c"}) world.Answer(name, "Another");
  world.Answer("d");
  world.files.AddFile("list.txt",
                      "a  # r: run 1: markdown at [0,2]: `body` differs\n"
                      "b  # r: run 1: alert\n"
                      "d  # r: run 1\n"
                      "e  # r: run 1\n"
                      "f  # r: run 1\n");
  CHECK(world.Conform({"scenarios", "--expectations=list.txt"}) == 1);
  std::string outcomes;
  for (size_t at = 0; at < world.out.size(); at = world.out.find('\n', at) + 1) {
    if (world.out[at] != ' ' || world.out.find("it is listed", at) == at + 2) {
      outcomes += world.out.substr(at, world.out.find('\n', at) + 1 - at);
    }
  }
  CHECK(outcomes == std::string(kHeading) +
                        "mismatch  scenarios/b.yaml  The title\n"
                        "  it is listed as a deviation, but of another kind\n"
                        "mismatch  scenarios/c.yaml  The title\n"
                        "pass  scenarios/d.yaml  The title\n"
                        "  it is listed as a deviation, but passes\n"
                        "skipped  scenarios/e.yaml  The title\n"
                        "  it is listed as a deviation, but was skipped\n"
                        "unmatched  list.txt:5: no scenario f was run\n"
                        "1 pass, 2 mismatch, 1 skipped, 1 expected deviation  (5 scenarios, 4 "
                        "runs)\n");
  // Of a part of the corpus, only what is not there at all is unmatched.
  CHECK(world.Conform({"scenarios/a.yaml", "--expectations=list.txt"}) == 1);
  CHECK(world.out == std::string(kHeading) +
                         "unmatched  list.txt:5: no scenario f was run\n"
                         "1 expected deviation  (1 scenario, 1 run)\n");
}

TEST_CASE("a list is made and mended, never for a part of the corpus") {
  ConformWorld world;
  world.AddScenario("a", "covers: [x.one]\nissue: https://example.org/1\n");
  world.AddScenario("b");
  world.Answer("a", "Another");
  world.Answer("b");
  CHECK(world.Conform({"scenarios", "--expectations=specs/l.txt", "--fix-expectations"}) == 0);
  CHECK(world.out == std::string(kHeading) + "1 deviation in specs/l.txt\n");
  CHECK(world.files.Text("specs/l.txt") ==
        "a  # x.one: run 1: markdown at [0,2]: `body` differs | https://example.org/1\n");
  CHECK(world.Conform({"scenarios", "--expectations=specs/l.txt"}) == 0);
  world.files.AddFile("specs/l.txt", "# why\n" + world.files.Text("specs/l.txt") + "b  # r: m\n");
  int changes = world.files.changes();
  CHECK(world.Conform({"scenarios/a.yaml", "--expectations=specs/l.txt", "--fix-expectations"}) ==
        2);
  CHECK(world.err ==
        "streplay: --fix-expectations needs all scenarios of the corpus; this leaves out 1 "
        "scenario\n");
  CHECK(world.files.changes() == changes);
  CHECK(world.Conform({"scenarios", "--expectations=specs/l.txt", "--fix-expectations"}) == 0);
  CHECK(world.files.Text("specs/l.txt") ==
        "# why\n"
        "a  # x.one: run 1: markdown at [0,2]: `body` differs | https://example.org/1\n");
  changes = world.files.changes();
  CHECK(world.Conform({"scenarios", "--expectations=specs/l.txt", "--fix-expectations"}) == 0);
  CHECK(world.files.changes() == changes);
}

TEST_CASE("a new entry names the decision that explains it") {
  ConformWorld world;
  world.AddScenario("a", "covers: [x.one]\n");
  world.Answer("a", "loud");
  // Under another answer to `deprecated_name` than that of `documented`, the page is another one.
  world.simulate = [](const Scenario& scenario, const Profile& profile) {
    Scenario changed = scenario;
    bool is_loud = profile.deprecated_name != GetProfile("documented").deprecated_name;
    changed.title = is_loud ? "loud" : "quiet";
    return FakeSimulate(changed, profile);
  };
  CHECK(world.Conform({"scenarios", "--profile=documented", "--expectations=l.txt",
                       "--fix-expectations"}) == 0);
  CHECK(world.files.Text("l.txt") ==
        "# decorator.deprecated, deprecated_name: here each use of a deprecated name shows an "
        "alert; documented: using a deprecated name shows nothing\n"
        "a  # decorator.deprecated: run 1: markdown at [0,2]: `body` differs\n");
}

TEST_CASE("a run that the model ends by a limit of its own is not compared") {
  ConformWorld world;
  world.AddScenario("a");
  world.simulate = [](const Scenario& scenario, const Profile& profile) {
    Outcome outcome = FakeSimulate(scenario, profile);
    outcome.runs.front().status = RunStatus::kLimit;
    outcome.runs.front().limit = "too many steps";
    return outcome;
  };
  CHECK(world.Conform({"scenarios", "-v"}) == 0);
  CHECK(world.out == std::string(kHeading) +
                         "skipped  scenarios/a.yaml  The title\n"
                         "  skipped: the model ends run 1 by a limit of its own: too many steps\n"
                         "1 skipped  (1 scenario, 0 runs)\n");
  CHECK(world.adapter.starts == 1);
}

TEST_CASE("both speeds are told on request") {
  ConformWorld world;
  world.AddScenario("a");
  world.Answer("a");
  CHECK(world.Conform({"scenarios", "--timing"}) == 0);
  CHECK(world.out.find("model: 1 run in 0.001 s: 1000 runs a second\nfake 2.0: 1 run in ") !=
        std::string::npos);
}

}  // namespace
}  // namespace streplay
