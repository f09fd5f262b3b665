// The broken scenarios of tests/scenario/bad, each with the whole text of its diagnostics beside
// it.
#ifndef STREPLAY_TESTS_SCENARIO_BAD_SCENARIOS_H_
#define STREPLAY_TESTS_SCENARIO_BAD_SCENARIOS_H_

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "base/diagnostic_formatter.h"
#include "scenario/memory_files.h"
#include "scenario/scenario_loader.h"

namespace streplay {

inline std::filesystem::path BadScenariosFolder() {
  return std::filesystem::path(STREPLAY_SOURCE_DIR) / "tests" / "scenario" / "bad";
}

inline std::string ReadWholeFile(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

inline std::vector<std::filesystem::path> BadScenarios() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(BadScenariosFolder())) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

inline LoadOptions BadScenarioOptions() {
  LoadOptions options;
  options.rule_ids = {"decorator.runs-once", "widgets.on.combination-entry", "widgets.on.replayed"};
  options.element_types = {"alert", "checkbox", "column", "container", "empty", "markdown"};
  return options;
}

// What the loader says to the file, under its bare name.
inline std::string DiagnosticsOf(const std::filesystem::path& path) {
  MemoryFiles files;
  std::string name = path.filename().string();
  files.files[name] = ReadWholeFile(path);
  files.files["broken.py"] = "import streamlit as st\nst.write(\n";
  files.files["latin1.py"] = "caf\xE9 = 1\n";
  Diagnostics diagnostics;
  std::optional<Scenario> scenario = LoadScenario(name, files, BadScenarioOptions(), diagnostics);
  return (scenario ? "accepted\n" : "") + FormatDiagnostics(diagnostics);
}

}  // namespace streplay

#endif  // STREPLAY_TESTS_SCENARIO_BAD_SCENARIOS_H_
