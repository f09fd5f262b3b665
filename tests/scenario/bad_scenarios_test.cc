// Every broken scenario gets exactly the diagnostics that are written down beside it. After a
// deliberate change, `scenario_test "[record]"` writes them anew; read the difference.
#include "scenario/bad_scenarios.h"

#include <fstream>

#include "support/catch.h"

TEST_CASE("broken scenarios get the diagnostics written down for them") {
  std::vector<std::filesystem::path> paths = streplay::BadScenarios();
  REQUIRE(paths.size() >= 60);
  for (std::filesystem::path path : paths) {
    INFO(path.filename().string());
    std::string got = streplay::DiagnosticsOf(path);
    CHECK(got == streplay::ReadWholeFile(path.replace_extension(".txt")));
    CHECK(got.find(": error: ") != std::string::npos);
  }
}

TEST_CASE("record the diagnostics of the broken scenarios", "[.record]") {
  for (std::filesystem::path path : streplay::BadScenarios()) {
    std::string text = streplay::DiagnosticsOf(path);
    std::ofstream(path.replace_extension(".txt"), std::ios::binary) << text;
  }
}
