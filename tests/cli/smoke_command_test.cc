#include "cli/compare_scenario.h"
#include "cli/smoke_scenarios.h"
#include "support/catch.h"
#include "support/command_world.h"
#include "support/memory_adapter.h"

namespace streplay {
namespace {

TEST_CASE("both profiles agree on every scenario that smoke brings along") {
  for (const SmokeScenario& smoke : SmokeScenarios()) {
    INFO(smoke.name);
    Scenario scenario = LoadSmokeScenario(smoke.name, smoke.text);
    auto parting = CompareScenario(scenario, GetProfile(kProfileNames[0]),
                                   GetProfile(kProfileNames[1]), Simulate);
    CHECK(parting.diagnostics.empty());
    CHECK_FALSE(parting.parts);
  }
}

TEST_CASE("an adapter that gives one and the same answer fails the checks that ask for another") {
  CommandWorld world;
  MemoryAdapter adapter;
  adapter.otherwise = R"("stream":[{"op":"run","run":1,"session":"main","cause":"run"},)"
                      R"({"op":"end","run":1,"status":"ok"}])";
  world.start_program = adapter.Starter();
  CHECK(world.Run({"smoke", "--adapter", "fake"}) == 1);
  CHECK(
      world.out.starts_with("ok      says hello: fake 2.0\nFAILED  shows elements in their order"
                            "\n        run 1: empty at [0,0] is missing\n"));
  CHECK(world.out.find("FAILED  rejects a step that cannot happen\n") != std::string::npos);
  CHECK(world.out.find("ok      answers an unknown request with an error\n") != std::string::npos);
  CHECK(
      world.out.ends_with("FAILED  gives up a script that never ends\n"
                          "        it should be a timeout: \n"
                          "3 of 17 checks passed\n"));
}

TEST_CASE("without an adapter that starts there is nothing to check") {
  CommandWorld world;
  MemoryAdapter adapter;
  world.start_program = adapter.Starter();
  CHECK(world.Run({"smoke"}) == 2);
  CHECK(world.Run({"smoke", "--adapter", "nothing"}) == 5);
  CHECK(world.out ==
        "FAILED  says hello\n"
        "        crash: no process can be started: No such file or directory\n");
}

}  // namespace
}  // namespace streplay
