#include "support/catch.h"
#include "support/command_world.h"

namespace streplay {
namespace {

TEST_CASE("explore counts programs and runs, and its output does not depend on the threads") {
  CommandWorld one, four;
  CHECK(one.Run({"explore", "--count", "12", "--seed", "3", "--table=json", "-j", "1"}) == 0);
  CHECK(four.Run({"explore", "--count", "12", "--seed", "3", "--table=json", "-j", "4"}) == 0);
  CHECK(one.out == four.out);
  CHECK(one.err == four.err);
  CHECK(one.out.starts_with("{\"argument\":{"));
  CHECK(one.err.starts_with("transparency: 0 counterexamples in 12 programs of seed 3 ("));
}

TEST_CASE("explore writes a counterexample as a scenario that fails again") {
  CommandWorld world;
  const std::vector<std::string> fault = {"--decide", "trigger_reset=never"};
  std::vector<std::string> arguments = {"explore", "--seed",         "1",   "--from",
                                        "150",     "--count",        "200", "--out",
                                        "found",   "--max-failures", "1"};
  arguments.insert(arguments.end(), fault.begin(), fault.end());
  CHECK(world.Run(arguments) == 1);
  size_t at = world.out.find("  written: ");
  REQUIRE(at != std::string::npos);
  std::string path = world.out.substr(at + 11, world.out.find('\n', at) - at - 11);
  CHECK(world.Run({"explore", path}) == 0);
  CHECK(world.out == "transparency: 0 counterexamples in 1 scenario\n");
  CHECK(world.Run({"explore", path, "--decide", "trigger_reset=never"}) == 1);
  CHECK(world.out.starts_with(path + ": a counterexample to transparency\n"));
}

TEST_CASE("explore refuses decisions that are none, and an adapter property without an adapter") {
  CommandWorld world;
  CHECK(world.Run({"explore", "--decide", "trigger_reset=sometimes"}) == 2);
  CHECK(world.err == "streplay: specs/profiles.yaml has no answer trigger_reset=sometimes\n");
  CHECK(world.Run({"explore", "--property", "adapter"}) == 2);
  CHECK(world.err == "streplay: --property adapter needs an --adapter\n");
}

TEST_CASE("explore prints programs") {
  CommandWorld world;
  CHECK(world.Run({"explore", "--print", "--count", "1", "--from", "4"}) == 0);
  CHECK(
      world.out.starts_with("title: \"transparency, program 4 of seed 1\"\n"
                            "profiles: [documented]\n"
                            "definitions: |\n"
                            "  import streamlit as st\n"));
}

}  // namespace
}  // namespace streplay
