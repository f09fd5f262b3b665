// Tables of scenarios with the runs that a real Streamlit made of them
// (tests/runtime/runs/README.md).
#ifndef STREPLAY_TESTS_RUNTIME_RECORDED_RUNS_H_
#define STREPLAY_TESTS_RUNTIME_RECORDED_RUNS_H_

#include <fstream>
#include <string>
#include <vector>

#include "runtime/simulation_cases.h"
#include "support/catch.h"

namespace streplay {

struct RecordedCase {
  std::string name;
  std::string scenario;
  std::string expected;
};

inline std::vector<RecordedCase> ReadRecordedCases(const std::string& path) {
  std::ifstream file(path);
  std::vector<RecordedCase> cases;
  bool is_scenario = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("=== ")) {
      cases.push_back({line.substr(4), "", ""});
      is_scenario = true;
    } else if (line == "---") {
      is_scenario = false;
    } else if (!cases.empty() && (is_scenario || !line.empty())) {
      (is_scenario ? cases.back().scenario : cases.back().expected) += line + "\n";
    }
  }
  return cases;
}

// Holds the profile streamlit-1.18 to every case of a table of tests/runtime/runs.
inline void CheckRecordedRuns(const std::string& table) {
  std::vector<RecordedCase> cases =
      ReadRecordedCases(std::string(STREPLAY_SOURCE_DIR) + "/tests/runtime/runs/" + table);
  REQUIRE(!cases.empty());
  for (const RecordedCase& each : cases) {
    INFO(table << ": " << each.name << "\n" << each.scenario);
    REQUIRE(!each.expected.empty());
    CHECK(ObservableLines(SimulateText(each.scenario, "streamlit-1.18")) == each.expected);
  }
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_RUNTIME_RECORDED_RUNS_H_
