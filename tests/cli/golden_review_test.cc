// The commands pending, accept, reject and review.
#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

constexpr const char* kGolden = "golden/documented/a.jsonl";
constexpr const char* kPending = "golden/documented/a.jsonl.pending";
using Texts = std::map<std::string, std::string>;

std::string Scenario(const std::string& title, const std::string& profiles = "documented") {
  return "title: " + title + "\nprofiles: [" + profiles + "]\nscript: \"\"\nsteps: [run, run]\n";
}

// Three goldens are pending: those of `a` in both profiles, and that of `sub/b`.
CommandWorld World() {
  CommandWorld world;
  auto add = [&world](const std::string& title) {
    world.files.AddFile("scenarios/a.yaml", Scenario(title, "documented, streamlit-1.18"));
    world.files.AddFile("scenarios/sub/b.yaml", Scenario(title));
  };
  add("Old");
  world.Run({"scenarios", "-u"});
  add("New");
  world.Run({"scenarios"});
  return world;
}

// A world with one golden pending, that of `a`.
CommandWorld SmallWorld() {
  CommandWorld world;
  world.files.AddFile("scenarios/a.yaml", Scenario("Old"));
  world.Run({"scenarios", "-u"});
  world.files.AddFile("scenarios/a.yaml", Scenario("New"));
  world.Run({"scenarios"});
  return world;
}

bool IsPending(const CommandWorld& world, const std::string& name) {
  return world.files.Text("golden/" + name + ".jsonl.pending") != "(missing)";
}

bool IsNew(const CommandWorld& world, const std::string& name) {
  return world.files.Text("golden/" + name + ".jsonl").find("New") != std::string::npos;
}

TEST_CASE("pending goldens are listed") {
  CommandWorld world = World();
  CHECK(world.Run({"pending"}) == 0);
  CHECK(world.out ==
        "golden/documented/a.jsonl      2 differences\n"
        "golden/documented/sub/b.jsonl  2 differences\n"
        "golden/streamlit-1.18/a.jsonl  2 differences\n"
        "3 goldens pending: look at them with `streplay review`, or `accept` or `reject` by the "
        "end of a path\n");
  CHECK(CommandWorld().Run({"pending"}) == 0);
}

TEST_CASE("the list says when there is more to a pending golden than differences") {
  CommandWorld world = SmallWorld();
  std::string right = world.files.Text(kPending);
  auto line = [&world] {
    CHECK(world.Run({"pending"}) == 0);
    return world.out.substr(0, world.out.find('\n'));
  };
  world.files.AddFile(kGolden, "{");
  CHECK(line() == "golden/documented/a.jsonl  the golden cannot be read");
  world.files.AddFile(kGolden, right);
  CHECK(line() == "golden/documented/a.jsonl  the golden says the same already");
  std::string error;
  REQUIRE(world.files.Remove(kGolden, error));
  CHECK(line() == "golden/documented/a.jsonl  the golden is missing");
  world.files.AddFile(kPending, "{");
  CHECK(line() == "golden/documented/a.jsonl  cannot be taken: it is no golden");
}

TEST_CASE("the list for programs") {
  CommandWorld world = SmallWorld();
  world.files.AddFile("golden/documented/c.jsonl.pending", "");
  CHECK(world.Run({"pending", "--json"}) == 0);
  CHECK(world.out ==
        "{\"streplay_pending\":1,\"pending\":["
        "{\"golden\":\"golden/documented/a.jsonl\","
        "\"pending\":\"golden/documented/a.jsonl.pending\","
        "\"state\":\"different\",\"differences\":2},"
        "{\"golden\":\"golden/documented/c.jsonl\","
        "\"pending\":\"golden/documented/c.jsonl.pending\","
        "\"state\":\"broken\",\"differences\":0}]}\n");
  CommandWorld empty;
  CHECK(empty.Run({"pending", "--json"}) == 0);
  CHECK(empty.out == "{\"streplay_pending\":1,\"pending\":[]}\n");
}

TEST_CASE("all pending goldens are accepted") {
  CommandWorld world = World();
  CHECK(world.Run({"accept", "--all"}) == 0);
  CHECK(world.out ==
        "accepted golden/documented/a.jsonl\n"
        "accepted golden/documented/sub/b.jsonl\n"
        "accepted golden/streamlit-1.18/a.jsonl\n"
        "3 goldens accepted\n");
  CHECK(world.Run({"scenarios"}) == 0);
  CHECK(world.Run({"pending"}) == 0);
  CHECK(world.out == "no golden is pending\n");
  CHECK(world.Run({"accept", "--all"}) == 0);
  CHECK(world.out == "0 goldens accepted\n");
}

TEST_CASE("goldens are accepted by the ends of their paths, in whole names") {
  for (const char* suffix :
       {"b", "b.jsonl", "sub/b", "documented/sub/b", "golden/documented/sub/b.jsonl",
        "./golden//documented/sub/b.jsonl", "b.jsonl.pending"}) {
    INFO(suffix);
    CommandWorld world = World();
    CHECK(world.Run({"accept", suffix}) == 0);
    CHECK(world.out == "accepted golden/documented/sub/b.jsonl\n1 golden accepted\n");
    CHECK(IsNew(world, "documented/sub/b"));
    CHECK(!IsPending(world, "documented/sub/b"));
    CHECK(!IsNew(world, "documented/a"));
    CHECK(IsPending(world, "documented/a"));
  }
  CommandWorld world = World();
  CHECK(world.Run({"accept", "documented/a", "b", "sub/b"}) == 0);
  CHECK(world.out ==
        "accepted golden/documented/a.jsonl\n"
        "accepted golden/documented/sub/b.jsonl\n"
        "2 goldens accepted\n");
}

TEST_CASE("a whole path means that golden, though others end so") {
  CommandWorld world = World();
  world.files.AddFile("x/golden/documented/a.jsonl.pending", world.files.Text(kPending));
  CHECK(world.Run({"accept", kGolden}) == 0);
  CHECK(world.out == "accepted golden/documented/a.jsonl\n1 golden accepted\n");
}

TEST_CASE(
    "a suffix of no or of several goldens names those that it may mean, and nothing is done") {
  CommandWorld world = World();
  Texts before = world.files.files();
  CHECK(world.Run({"accept", "a", "b", "nothing", "ub/b"}) == 2);
  CHECK(world.err ==
        "streplay: `a` is the end of 2 pending goldens; name more of the path:\n"
        "    golden/documented/a.jsonl\n"
        "    golden/streamlit-1.18/a.jsonl\n"
        "streplay: no pending golden ends in `nothing`; these are pending:\n"
        "    golden/documented/a.jsonl\n"
        "    golden/documented/sub/b.jsonl\n"
        "    golden/streamlit-1.18/a.jsonl\n"
        "streplay: no pending golden ends in `ub/b`; these are pending:\n"
        "    golden/documented/a.jsonl\n"
        "    golden/documented/sub/b.jsonl\n"
        "    golden/streamlit-1.18/a.jsonl\n");
  CHECK(world.Run({"reject", "a"}) == 2);
  CHECK(world.files.files() == before);
  CommandWorld empty;
  CHECK(empty.Run({"reject", "\x1b"}) == 2);
  CHECK(empty.err == "streplay: no golden is pending, so none ends in `\\x1b`\n");
}

TEST_CASE("goldens are named, or all are meant") {
  CommandWorld world = World();
  CHECK(world.Run({"accept"}) == 2);
  CHECK(world.err ==
        "streplay: which goldens? Name the ends of their paths, or --all\n"
        "  = see `streplay accept --help`, and `streplay pending`\n");
  CHECK(world.Run({"reject", "--all", "a"}) == 2);
  CHECK(world.err ==
        "streplay: --all is all, without a SUFFIX beside it\n"
        "  = see `streplay reject --help`, and `streplay pending`\n");
}

TEST_CASE("what is rejected goes, and the golden stays") {
  CommandWorld world = World();
  CHECK(world.Run({"reject", "sub/b"}) == 0);
  CHECK(world.out == "rejected golden/documented/sub/b.jsonl\n1 golden rejected\n");
  CHECK(!IsPending(world, "documented/sub/b"));
  CHECK(!IsNew(world, "documented/sub/b"));
  CHECK(world.Run({"reject", "--all"}) == 0);
  CHECK(!IsPending(world, "documented/a"));
  CHECK(!IsPending(world, "streamlit-1.18/a"));
}

TEST_CASE("what is no golden is not accepted, nor is anything with it") {
  CommandWorld world = World();
  world.files.AddFile(kPending, "{\n");
  Texts before = world.files.files();
  CHECK(world.Run({"accept", "--all"}) == 2);
  CHECK(world.err.starts_with("golden/documented/a.jsonl.pending:1:2: error: "));
  CHECK(world.out.empty());
  CHECK(world.files.files() == before);
}

TEST_CASE("a golden that is a link is not written through") {
  CommandWorld world = SmallWorld();
  world.files.AddLink(kGolden);
  CHECK(world.Run({"accept", "--all"}) == 2);
  CHECK(world.err ==
        "streplay: golden/documented/a.jsonl cannot be written: the golden is a link, and goldens "
        "are plain files\n");
  CHECK(IsPending(world, "documented/a"));
}

TEST_CASE("accepting that fails at any operation leaves each golden old or new") {
  for (int operation = 1; operation <= 8; ++operation) {
    INFO("operation " << operation);
    CommandWorld world = SmallWorld();
    std::string old = world.files.Text(kGolden);
    std::string got = world.files.Text(kPending);
    size_t file_count = world.files.files().size();
    world.files.FailAt(world.files.changes() + operation);
    int exit_code = world.Run({"accept", "--all"});
    bool is_flush_of_folder = operation == 7;
    CHECK(exit_code == (is_flush_of_folder ? 0 : 2));
    CHECK(world.files.Text(kGolden) == (operation > 6 ? got : old));
    CHECK(IsPending(world, "documented/a") == !is_flush_of_folder);
    CHECK(world.files.files().size() == file_count - (is_flush_of_folder ? 1 : 0));
  }
}

TEST_CASE("pending goldens of another folder") {
  CommandWorld world = World();
  world.files.AddFile("other/documented/c.jsonl.pending", world.files.Text(kPending));
  CHECK(world.Run({"accept", "--all", "--golden", "other/"}) == 0);
  CHECK(world.out == "accepted other/documented/c.jsonl\n1 golden accepted\n");
  CHECK(IsPending(world, "documented/a"));
}

int Review(CommandWorld& world, const std::string& input) {
  world.is_terminal = true;
  world.input = input;
  return world.Run({"review", "--color=never"});
}

TEST_CASE("a review shows each pending golden and asks") {
  CommandWorld world = SmallWorld();
  CHECK(Review(world, "a\n") == 0);
  CHECK(world.out ==
        "golden/documented/a.jsonl  1 of 1\n"
        "  run 1 · run\n"
        "    markdown at [0,2]: `body` differs  golden/documented/a.jsonl:6\n"
        "      expected  \"Old\"\n"
        "      got       \"New\"\n"
        "  run 2 · run\n"
        "    markdown at [0,2]: `body` differs  golden/documented/a.jsonl:12\n"
        "      expected  \"Old\"\n"
        "      got       \"New\"\n"
        "[a]ccept, [r]eject, [s]kip, [q]uit? "
        "1 accepted, 0 rejected, 0 still pending\n");
  CHECK(IsNew(world, "documented/a"));
  CHECK(Review(world, "") == 0);
  CHECK(world.out == "no golden is pending\n");
}

TEST_CASE("each answer does what it says") {
  CommandWorld world = World();
  CHECK(Review(world, "reject\ns\naccept\n") == 0);
  CHECK(world.out.ends_with("1 accepted, 1 rejected, 1 still pending\n"));
  CHECK(!IsPending(world, "documented/a"));
  CHECK(!IsNew(world, "documented/a"));
  CHECK(IsPending(world, "documented/sub/b"));
  CHECK(IsNew(world, "streamlit-1.18/a"));
}

TEST_CASE("a review stops when told, or when there is nothing more to read") {
  for (const char* input : {"a\nq\n", "a\n", "a\nquit"}) {
    CommandWorld world = World();
    CHECK(Review(world, input) == 0);
    CHECK(world.out.ends_with("1 accepted, 0 rejected, 2 still pending\n"));
    CHECK(IsPending(world, "documented/sub/b"));
  }
}

TEST_CASE("what is no answer is asked again") {
  CommandWorld world = SmallWorld();
  CHECK(Review(world, "\nyes\nA\ns\n") == 0);
  std::string question = "[a]ccept, [r]eject, [s]kip, [q]uit? ";
  CHECK(world.out.ends_with(question + question + question + question +
                            "0 accepted, 0 rejected, 1 still pending\n"));
}

TEST_CASE("what is no golden can only be rejected or left") {
  CommandWorld world = SmallWorld();
  world.files.AddFile(kPending, "{\n");
  CHECK(Review(world, "a\nr\n") == 0);
  CHECK(
      world.out.find("[r]eject, [s]kip, [q]uit? [r]eject, [s]kip, [q]uit? 0 accepted, 1 rejected, "
                     "0 still pending\n") != std::string::npos);
  CHECK(!IsPending(world, "documented/a"));
  CHECK(!IsNew(world, "documented/a"));
}

TEST_CASE("a review of some") {
  CommandWorld world = World();
  world.is_terminal = true;
  world.input = "a\n";
  CHECK(world.Run({"review", "b"}) == 0);
  CHECK(IsNew(world, "documented/sub/b"));
  CHECK(world.Run({"review", "nothing"}) == 2);
}

TEST_CASE("an acceptance that fails leaves the golden pending, and the exit code says so") {
  CommandWorld world = SmallWorld();
  world.files.FailFrom(world.files.changes() + 1);
  CHECK(Review(world, "a\n") == 2);
  CHECK(world.out.ends_with("0 accepted, 0 rejected, 1 still pending\n"));
  CHECK(world.err ==
        "streplay: golden/documented/a.jsonl cannot be written: No space left on device\n");
}

TEST_CASE("without a terminal a review says what to do instead") {
  CommandWorld world = World();
  CHECK(world.Run({"review"}) == 2);
  CHECK(
      world.err ==
      "streplay: review asks, and there is no terminal to ask on\n"
      "  = list with `streplay pending`, then `streplay accept` or `streplay reject` by the end of "
      "a path, or --all\n");
}

TEST_CASE("nothing that a golden holds reaches the terminal raw") {
  CommandWorld world = SmallWorld();
  std::string text = world.files.Text(kPending);
  size_t at = text.find("New");
  world.files.AddFile(kPending, text.replace(at, 3, "\xE2\x80\xAEx"));
  CHECK(Review(world, "s\n") == 0);
  CHECK(world.out.find("\xE2\x80\xAE") == std::string::npos);
  CHECK(world.out.find("\\u202e") != std::string::npos);
}

}  // namespace
}  // namespace streplay
